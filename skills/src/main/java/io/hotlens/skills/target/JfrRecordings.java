package io.hotlens.skills.target;

import jdk.management.jfr.FlightRecorderMXBean;
import jdk.management.jfr.RecordingInfo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.management.JMX;
import javax.management.MBeanServerConnection;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/// The recordings of a target, as far as they are ours. A recording goes on in the target when the
/// process that started it dies, so ours carry the name of that process: `Hotlens
/// PID@HOST/CONNECTION`.
final class JfrRecordings {

    static final String BEAN = "jdk.management.jfr:type=FlightRecorder";
    private static final Pattern OURS = Pattern.compile("Hotlens (\\d+)@([^/]*)/(.*)");
    private static final String STREAM = "Remote Recording Stream";

    private final FlightRecorderMXBean recorder;
    private final String host;
    private final String connection;

    /// @param host name of the host that Hotlens runs on
    /// @param connection tells this connection from others of this process
    JfrRecordings(MBeanServerConnection server, String host, String connection) {
        this.recorder = recorder(server);
        this.host = host;
        this.connection = connection;
    }

    static FlightRecorderMXBean recorder(MBeanServerConnection server) {
        return JMX.newMXBeanProxy(server, name(), FlightRecorderMXBean.class);
    }

    /// The name by which a recording is known as ours, and by which it is closed when we are gone.
    static String name(String host, String connection) {
        return "Hotlens %d@%s/%s".formatted(ProcessHandle.current().pid(), host, connection);
    }

    private static ObjectName name() {
        try {
            return new ObjectName(BEAN);
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Whether the target records at all; asking this does not start its flight recorder.
    static boolean anyRuns(MBeanServerConnection server)
            throws IOException, javax.management.JMException {
        return ThreadNames.of(server).contains("JFR Periodic Tasks");
    }

    Set<Long> ids() {
        return recorder.getRecordings().stream()
                .map(RecordingInfo::getId)
                .collect(Collectors.toSet());
    }

    /// What marks a recording as ours.
    Map<String, String> mark() {
        return Map.of("name", name(host, connection));
    }

    /// The same for a recording that the target is to end by itself after `atMost`.
    Map<String, String> mark(Duration atMost) {
        return Map.of("name", name(host, connection), "duration", atMost.toSeconds() + " s");
    }

    /// How many recordings of this connection run in the target.
    long running() {
        return recorder.getRecordings().stream()
                .filter(one -> one.getName().equals(name(host, connection)))
                .filter(one -> one.getState().equals("RUNNING"))
                .count();
    }

    /// Sets `options` on the recording that a stream has just begun.
    ///
    /// @param before the recordings there were before it
    void claim(Set<Long> before, Map<String, String> options) {
        Optional<RecordingInfo> fresh =
                recorder.getRecordings().stream()
                        .filter(one -> !before.contains(one.getId()))
                        .filter(one -> one.getName().contains(STREAM))
                        .findFirst();
        fresh.ifPresent(one -> recorder.setRecordingOptions(one.getId(), options));
    }

    /// Closes the recordings of processes of ours that are gone, and earlier ones of this
    /// connection.
    void closeOrphans() {
        List<Long> orphans =
                recorder.getRecordings().stream()
                        .filter(one -> isOrphan(one.getName()))
                        .map(RecordingInfo::getId)
                        .toList();
        for (long id : orphans) {
            try {
                recorder.closeRecording(id);
            } catch (IOException | IllegalArgumentException | IllegalStateException _) {
                // Somebody else closed it meanwhile.
            }
        }
    }

    private boolean isOrphan(String name) {
        Matcher ours = OURS.matcher(name);
        if (!ours.matches() || !ours.group(2).equals(host)) {
            return false;
        }
        long pid = Long.parseLong(ours.group(1));
        return pid == ProcessHandle.current().pid()
                ? ours.group(3).equals(connection)
                : ProcessHandle.of(pid).isEmpty();
    }
}
