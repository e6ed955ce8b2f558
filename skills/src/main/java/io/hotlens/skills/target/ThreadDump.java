package io.hotlens.skills.target;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All platform threads at one safepoint. Names come from the target: untrusted text.
///
/// @param deadlocks what the JVM itself reports, one entry per cycle, as the ids of its threads
public record ThreadDump(Instant at, List<Stack> threads, List<List<Long>> deadlocks) {

    public ThreadDump {
        threads = List.copyOf(threads);
        deadlocks = deadlocks.stream().map(List::copyOf).toList();
    }

    /// One thread.
    ///
    /// @param id the Java thread id; negative for threads of the JVM itself
    /// @param state name of the `java.lang.Thread.State`
    /// @param detail what the dump says behind the state: "on object monitor", "parking",
    ///   "sleeping"
    /// @param cpuMs CPU time since start; negative when the dump has none
    /// @param elapsedS seconds since the thread started; negative when the dump has none
    /// @param frames innermost first
    /// @param waitingFor the lock or synchronizer it waits for
    /// @param holds monitors it has locked
    public record Stack(
            long id,
            String name,
            boolean daemon,
            String state,
            String detail,
            double cpuMs,
            double elapsedS,
            List<Frame> frames,
            Optional<Lock> waitingFor,
            List<Lock> holds) {
        public Stack {
            frames = List.copyOf(frames);
            holds = List.copyOf(holds);
        }
    }

    /// One frame; `method` is `package.Class.method`.
    ///
    /// @param line negative when unknown or native
    public record Frame(String method, String file, int line) {
        @Override
        public String toString() {
            return line > 0 ? method + ":" + line : method;
        }
    }

    /// A monitor or synchronizer.
    ///
    /// @param address such as `0x000000071f40e0d8`; two threads that name the same address mean the
    ///   same lock, within one dump
    /// @param type its class
    public record Lock(String address, String type) {}
}
