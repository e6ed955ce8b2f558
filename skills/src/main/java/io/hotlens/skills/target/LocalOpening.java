package io.hotlens.skills.target;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.concurrent.TimeoutException;

import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/// Connects to a process of this host: counters, attach socket, local JMX, in this order.
final class LocalOpening {

    private static final Duration HANDSHAKE = Duration.ofSeconds(6);

    /// Whether the process runs is seen from outside; only whether it answers must be asked.
    private static final Duration PACE = Duration.ofSeconds(5);

    private static final Duration TOLERANCE = Duration.ofSeconds(6);
    private static final String ADDRESS_COUNTER = "sun.management.JMXConnectorServer.address";
    private static final String ADDRESS = "com.sun.management.jmxremote.localConnectorAddress";

    private final JvmAddress address;
    private final long pid;
    private final AttachSocket socket;
    private final Optional<PerfDataFile> counters;

    private LocalOpening(JvmAddress address, long pid) {
        this.address = address;
        this.pid = pid;
        this.socket = new AttachSocket(pid);
        this.counters = PerfDataFile.of(pid);
    }

    /// @throws TargetException with the sentence that says why it cannot be reached
    static TargetConnection open(JvmAddress address, long pid) {
        List<Check> checks = AttachChecks.of(pid);
        AttachChecks.firstBad(checks)
                .ifPresent(
                        bad -> {
                            throw AttachChecks.failure(bad);
                        });
        Core core = Core.of(address.toString(), InstantSource.system());
        try {
            return new LocalOpening(address, pid).open(core);
        } catch (TargetException e) {
            core.listeners().close();
            throw e;
        }
    }

    /// A target may fall silent at any moment of it.
    private TargetConnection open(Core core) {
        String loopback = InetAddress.getLoopbackAddress().getHostAddress();
        var channel =
                new JmxChannel(
                        core.calls(),
                        () -> new Route(loopback, false, Optional.empty()),
                        this::openLink);
        try {
            return openAnswering(core, channel);
        } catch (TargetException e) {
            channel.close(false);
            if (e instanceof TargetException.TimedOut silent) {
                return openSilent(core, silent);
            }
            throw e;
        }
    }

    private TargetConnection openAnswering(Core core, JmxChannel channel) {
        knock();
        CommandLine commands = SocketCommands.open(socket, core.calls());
        Optional<String> noJmx = tryJmx(core, channel);
        Description description =
                noJmx.isEmpty() ? Description.of(channel) : Description.of(properties(core), pid);
        var probe = new Probe(description.feature());
        noJmx.ifPresent(probe::withoutJmx);
        if (counters.isEmpty()) {
            probe.without(
                    Capability.PERF_COUNTERS,
                    "the target keeps no performance data (-XX:-UsePerfData)");
        }
        if (!ProcessFiles.supported()) {
            probe.without(Capability.PROCESS_FILES, "only on Linux");
        }
        Capabilities capabilities =
                probe.commands(commands, "the target knows no command").beans(channel).result();
        return connected(
                core,
                new Found(description, capabilities, channel, commands),
                Optional.empty(),
                noJmx.isEmpty());
    }

    /// A JVM that waits for a thread on its way to a safepoint answers nobody, yet its counters and
    /// its entry in `/proc` can be read.
    private TargetConnection openSilent(Core core, TargetException.TimedOut silent) {
        PerfDataFile known =
                counters.filter(_ -> ProcessFiles.supported()).orElseThrow(() -> silent);
        String why =
                "the target did not answer when it was connected; connect again when it does ("
                        + silent.getMessage()
                        + ")";
        Description description = Description.of(known, pid);
        CommandLine none = CommandLine.none(why);
        var channel =
                new JmxChannel(
                        core.calls(),
                        () -> {
                            throw new TargetException.Gone(why);
                        },
                        this::openLink);
        Capabilities capabilities =
                new Probe(description.feature())
                        .withoutJmx(why)
                        .without(Capability.ATTACH_COMMANDS, why)
                        .commands(none, why)
                        .beans(channel)
                        .result();
        return connected(
                core,
                new Found(description, capabilities, channel, none),
                Optional.of(new Silence(pid, why, socket)),
                false);
    }

    /// What was learned of the target on the way.
    private record Found(
            Description description,
            Capabilities capabilities,
            JmxChannel channel,
            CommandLine commands) {}

    private TargetConnection connected(
            Core core, Found found, Optional<Silence> silence, boolean hasJmx) {
        return new LiveConnection(
                        new LiveConnection.Parts(
                                core,
                                found.description().toInfo(address, OptionalLong.of(pid)),
                                found.capabilities(),
                                found.channel(),
                                found.commands(),
                                counters.map(known -> known),
                                silence,
                                Optional.of(pulse(core, found.channel(), hasJmx)::beat)))
                .start();
    }

    private void knock() {
        if (socket.exists()) {
            return;
        }
        try {
            socket.handshake(HANDSHAKE);
        } catch (IOException e) {
            String sentence =
                    "process %d did not take part in the attach handshake (%s): it may be starting"
                                    .formatted(pid, e.getMessage())
                            + " or hang; try again, or connect by JMX.";
            throw e.getCause() instanceof TimeoutException
                    ? new TargetException.TimedOut(sentence, e)
                    : new TargetException.Unreachable(sentence, e);
        }
    }

    /// Opens local JMX; what goes wrong is a reason for missing capabilities, no failure.
    private static Optional<String> tryJmx(Core core, JmxChannel channel) {
        try {
            return core.calls()
                    .run(
                            CallKind.CONNECT,
                            "the local JMX connection",
                            () -> {
                                channel.open();
                                return Optional.empty();
                            },
                            channel::cut);
        } catch (TargetException e) {
            return Optional.of("no local JMX: " + JmxFailures.root(e));
        }
    }

    @SuppressWarnings("BanJNDI") // the URL holds a stub and comes from a process of this host
    private JmxLink openLink(Route route) throws IOException {
        var exchange = new AttachSocket.Exchange();
        route.alsoCut(exchange::cut);
        var url = new JMXServiceURL(jmxAddress(exchange));
        return JmxLink.of(JMXConnectorFactory.connect(url), route);
    }

    /// The address of the agent that runs, else of one that is started now.
    private String jmxAddress(AttachSocket.Exchange exchange) throws IOException {
        Optional<String> known = knownAddress(exchange);
        if (known.isPresent()) {
            return known.get();
        }
        socket.jcmd(exchange, "ManagementAgent.start_local");
        return knownAddress(exchange)
                .orElseThrow(() -> new IOException("the target started no management agent"));
    }

    private Optional<String> knownAddress(AttachSocket.Exchange exchange) throws IOException {
        Optional<String> counter = counters.flatMap(known -> known.text(ADDRESS_COUNTER));
        if (counter.isPresent()) {
            return counter;
        }
        Properties agent = socket.agentProperties(exchange);
        return Optional.ofNullable(agent.getProperty(ADDRESS));
    }

    private Properties properties(Core core) {
        var exchange = new AttachSocket.Exchange();
        return core.calls()
                .run(
                        CallKind.COMMAND,
                        "the system properties",
                        () -> socket.properties(exchange),
                        exchange::cut);
    }

    private LocalPulse pulse(Core core, JmxChannel channel, boolean jmx) {
        return new LocalPulse(
                pid,
                counters,
                jmx
                        ? new JmxPulse(
                                channel,
                                channel.identity(),
                                () -> PACE,
                                TOLERANCE,
                                core.calls()::mayBeSilent)
                        : null);
    }
}
