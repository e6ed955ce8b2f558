package io.hotlens.skills.target;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/// Connects to a JMX agent behind an RMI registry.
final class RemoteOpening {

    private static final Duration PACE = Duration.ofMillis(500);
    private static final Duration CALM_PACE = Duration.ofSeconds(1);
    private static final Duration TOLERANCE = Duration.ofMillis(1_500);

    private final JvmAddress.JmxUrl address;
    private final RemoteLine line;

    private RemoteOpening(JvmAddress.JmxUrl address) {
        this.address = address;
        this.line = new RemoteLine(address);
    }

    /// @throws TargetException with the sentence that says why it cannot be reached
    static TargetConnection open(JvmAddress.JmxUrl address) {
        Armour.problem()
                .ifPresent(
                        why -> {
                            throw new TargetException.Unsupported(
                                    "remote targets are refused, because this process could not be"
                                            + " protected from them: "
                                            + why
                                            + ".");
                        });
        var opening = new RemoteOpening(address);
        Core core = Core.of(address.toString(), InstantSource.system());
        var channel = new JmxChannel(core.calls(), opening.line::route, opening.line::open);
        try {
            return opening.open(core, channel);
        } catch (TargetException e) {
            channel.close(false);
            core.listeners().close();
            throw e;
        }
    }

    private TargetConnection open(Core core, JmxChannel channel) {
        connect(core, channel);
        Description description = Description.of(channel);
        var probe = new Probe(description.feature()).remote();
        CommandLine commands = commands(channel, probe);
        Capabilities capabilities =
                probe.commands(commands, "the target takes no diagnostic commands by JMX")
                        .beans(channel)
                        .result();
        var pulse =
                new JmxPulse(
                        channel,
                        channel.identity(),
                        () -> core.attention().isClose() ? PACE : CALM_PACE,
                        TOLERANCE,
                        core.calls()::mayBeSilent);
        return new LiveConnection(
                        new LiveConnection.Parts(
                                core,
                                description.toInfo(address, OptionalLong.empty()),
                                capabilities,
                                channel,
                                commands,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(pulse::beat)))
                .start();
    }

    private void connect(Core core, JmxChannel channel) {
        try {
            core.calls()
                    .run(
                            CallKind.CONNECT,
                            "the JMX connection",
                            () -> {
                                channel.open();
                                return true;
                            },
                            channel::cut);
        } catch (TargetException e) {
            Throwable cause = e instanceof TargetException.TimedOut ? e : rootOf(e);
            throw RemoteFailures.explain(address, cause, line.redirect());
        }
    }

    private static Throwable rootOf(TargetException e) {
        Throwable cause = e.getCause();
        return cause == null ? e : cause;
    }

    /// One harmless command tells whether this user may run operations at all.
    private static CommandLine commands(JmxChannel channel, Probe probe) {
        try {
            BeanCommands commands = BeanCommands.open(channel);
            commands.run("VM.version");
            return commands;
        } catch (TargetException.Denied e) {
            String why =
                    String.valueOf(e.getMessage()).contains(JmxFailures.READ_ONLY)
                            ? JmxFailures.READ_ONLY
                            : String.valueOf(e.getMessage());
            probe.withoutInvoke(why)
                    .without(Capability.DIAGNOSTIC_COMMANDS, why)
                    .without(Capability.THREAD_DUMP, why)
                    .without(Capability.NATIVE_MEMORY_TRACKING, why);
            return CommandLine.none(why);
        } catch (TargetException.Unsupported e) {
            return CommandLine.none(String.valueOf(e.getMessage()));
        }
    }
}
