package io.hotlens.skills.target;

import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/// Connects to the JVM that Hotlens runs in: no attach, no socket.
final class SelfOpening {

    private SelfOpening() {}

    static TargetConnection open(JvmAddress address) {
        Core core = Core.of(address.toString(), InstantSource.system());
        var channel =
                new JmxChannel(
                        core.calls(),
                        () -> new Route("localhost", false, Optional.empty()),
                        JmxLink::ofThisJvm);
        connect(core, channel);
        long pid = ProcessHandle.current().pid();
        Optional<PerfDataFile> counters = PerfDataFile.of(pid);
        Description description = Description.of(channel);
        CommandLine commands = BeanCommands.open(channel);
        var probe =
                new Probe(description.feature())
                        .without(Capability.ATTACH_COMMANDS, "a JVM cannot attach to itself");
        if (counters.isEmpty()) {
            probe.without(Capability.PERF_COUNTERS, "this JVM keeps no performance data");
        }
        if (!ProcessFiles.supported()) {
            probe.without(Capability.PROCESS_FILES, "only on Linux");
        }
        Capabilities capabilities =
                probe.commands(commands, "this JVM knows no command").beans(channel).result();
        return new LiveConnection(
                        new LiveConnection.Parts(
                                core,
                                description.toInfo(address, OptionalLong.of(pid)),
                                capabilities,
                                channel,
                                commands,
                                counters.map(known -> known),
                                Optional.empty(),
                                Optional.empty()))
                .start();
    }

    private static void connect(Core core, JmxChannel channel) {
        core.calls()
                .run(
                        CallKind.CONNECT,
                        "the connection",
                        () -> {
                            channel.open();
                            return true;
                        },
                        channel::cut);
    }
}
