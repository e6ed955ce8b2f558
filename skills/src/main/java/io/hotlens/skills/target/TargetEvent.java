package io.hotlens.skills.target;

import io.hotlens.skills.data.Data;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Something that happened in a target or to its connection.
public sealed interface TargetEvent {

    Instant at();

    /// The connection's state changed.
    record StateChanged(Instant at, ConnectionState state) implements TargetEvent {}

    /// A garbage collection ended.
    ///
    /// @param at when it began
    /// @param collector the collector's bean name
    /// @param action such as "end of minor GC"
    /// @param cause such as "G1 Evacuation Pause" or "System.gc()"
    /// @param pause whether the application stood still for `duration`; false for concurrent cycles
    /// @param heapBeforeMb used heap when it began; pauses of ZGC and Shenandoah do not tell it and
    ///   repeat here and below what was left last
    /// @param heapAfterMb used heap when it ended
    /// @param oldAfterMb used old generation (or whole heap of a one-generation collector) when it
    ///   ended
    record Collection(
            Instant at,
            String collector,
            String action,
            String cause,
            Duration duration,
            boolean pause,
            double heapBeforeMb,
            double heapAfterMb,
            double oldAfterMb)
            implements TargetEvent {

        /// Whether the old generation was collected too, so that what is left is the live set.
        public boolean major() {
            return action.contains("major")
                    || collector.equals("ZGC Major Cycles")
                    || collector.equals("ZGC Cycles")
                    || collector.equals("Shenandoah Cycles");
        }
    }

    /// An event of the flight recorder.
    ///
    /// @param type such as `jdk.JavaMonitorEnter`
    /// @param thread name of the thread it happened on, empty when it has none
    /// @param fields the event's own fields by their names: classes and methods as text, threads as
    ///   `{name, id}`, other nested objects as maps, durations in milliseconds, times as ISO-8601
    ///   text
    /// @param stack frames as `package.Class.method:line`, innermost first
    record Recorded(
            Instant at,
            String type,
            Duration duration,
            String thread,
            Map<String, Data> fields,
            List<String> stack)
            implements TargetEvent {
        public Recorded {
            fields = Map.copyOf(fields);
            stack = List.copyOf(stack);
        }
    }
}
