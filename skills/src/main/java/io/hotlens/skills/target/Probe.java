package io.hotlens.skills.target;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.management.ObjectName;

/// Finds out what a new connection can do. It asks nothing that starts a subsystem of the target.
final class Probe {

    private static final String SCHEDULER = "jdk.management:type=VirtualThreadScheduler";
    private static final String SAME_HOST = "only on the same host";

    private final Map<Capability, String> missing = new EnumMap<>(Capability.class);
    private final int feature;

    /// @param feature the target's feature release
    Probe(int feature) {
        this.feature = feature;
    }

    /// Marks a capability as absent; the first reason stays.
    Probe without(Capability capability, String why) {
        missing.putIfAbsent(capability, why);
        return this;
    }

    private void since(Capability capability, int release) {
        if (feature < release) {
            without(capability, "needs JDK %d, the target runs %d".formatted(release, feature));
        }
    }

    /// Everything that only a process on this host has.
    Probe remote() {
        return without(Capability.PERF_COUNTERS, SAME_HOST)
                .without(Capability.ATTACH_COMMANDS, SAME_HOST)
                .without(Capability.THREAD_DUMP_JSON, SAME_HOST)
                .without(Capability.PROCESS_FILES, SAME_HOST);
    }

    /// Everything that needs JMX, when there is none.
    Probe withoutJmx(String why) {
        return without(Capability.JMX_READ, why)
                .without(Capability.VIRTUAL_THREAD_SCHEDULER, why)
                .withoutInvoke(why);
    }

    /// Everything that needs operations of MBeans, when they are refused.
    Probe withoutInvoke(String why) {
        return without(Capability.JMX_INVOKE, why)
                .without(Capability.EVENT_STREAM, why)
                .without(Capability.METHOD_TRACE, why)
                .without(Capability.EXCEPTION_THROTTLE, why)
                .without(Capability.THREAD_SAMPLES, why);
    }

    /// What the diagnostic commands allow.
    Probe commands(CommandLine commands, String why) {
        Set<String> names = commands.names();
        if (names.isEmpty()) {
            without(Capability.DIAGNOSTIC_COMMANDS, why);
            without(Capability.THREAD_DUMP, why);
            without(Capability.THREAD_DUMP_JSON, why);
            without(Capability.NATIVE_MEMORY_TRACKING, why);
        } else if (!missing.containsKey(Capability.NATIVE_MEMORY_TRACKING)) {
            nativeMemory(commands);
        }
        return this;
    }

    private void nativeMemory(CommandLine commands) {
        String off =
                "native memory tracking is off; start the target with"
                        + " -XX:NativeMemoryTracking=summary";
        try {
            String answer = commands.run("VM.native_memory", "summary");
            if (!answer.contains("committed=")) {
                without(Capability.NATIVE_MEMORY_TRACKING, off);
            }
        } catch (TargetException.Unsupported | TargetException.TimedOut e) {
            without(Capability.NATIVE_MEMORY_TRACKING, String.valueOf(e.getMessage()));
        }
    }

    /// Looks which beans there are.
    Probe beans(JmxChannel channel) {
        since(Capability.THREAD_DUMP_JSON, 21);
        since(Capability.VIRTUAL_THREAD_SCHEDULER, 24);
        since(Capability.EVENT_STREAM, 16);
        since(Capability.METHOD_TRACE, 25);
        since(Capability.EXCEPTION_THROTTLE, 25);
        if (channel.isOpen()) {
            require(channel, Capability.VIRTUAL_THREAD_SCHEDULER, SCHEDULER);
            require(channel, Capability.EVENT_STREAM, JfrRecordings.BEAN);
        }
        Optional.ofNullable(missing.get(Capability.EVENT_STREAM))
                .ifPresent(
                        why ->
                                without(Capability.METHOD_TRACE, why)
                                        .without(Capability.EXCEPTION_THROTTLE, why));
        return this;
    }

    private void require(JmxChannel channel, Capability capability, String bean) {
        boolean there =
                channel.call(
                        CallKind.READ,
                        "the MBean " + bean,
                        server -> server.isRegistered(new ObjectName(bean)));
        if (!there) {
            without(
                    capability,
                    "the target's runtime has no MBean %s (a module is left out of it)"
                            .formatted(bean));
        }
    }

    Capabilities result() {
        return new Capabilities(missing);
    }
}
