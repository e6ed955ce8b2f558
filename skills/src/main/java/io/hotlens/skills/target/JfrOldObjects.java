package io.hotlens.skills.target;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import jdk.management.jfr.FlightRecorderMXBean;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Samples old objects by a recording of its own: they never come by the stream.
final class JfrOldObjects implements OldObjects {

    static final String EVENT = "jdk.OldObjectSample";

    private static final long MOST_BYTES = 100L << 20;
    private static final Map<String, String> SETTINGS =
            Map.of(
                    EVENT + "#enabled", "true",
                    EVENT + "#stackTrace", "true",
                    EVENT + "#cutoff", "infinity");

    private final JmxChannel channel;
    private final String host;
    private final String connection;
    private final Capabilities capabilities;
    private @Nullable Long recording;

    JfrOldObjects(JmxChannel channel, String host, Capabilities capabilities) {
        this.channel = channel;
        this.host = host;
        this.connection = Integer.toHexString(hashCode());
        this.capabilities = capabilities;
    }

    @Override
    public synchronized void begin() {
        capabilities.require(Capability.EVENT_STREAM);
        if (recording == null) {
            recording =
                    channel.call(
                            CallKind.EVENTS,
                            "the start of the sampling of old objects",
                            server -> start(JfrRecordings.recorder(server)));
        }
    }

    private long start(FlightRecorderMXBean recorder) throws IOException {
        long id = recorder.newRecording();
        try {
            recorder.setRecordingSettings(id, SETTINGS);
            recorder.setRecordingOptions(
                    id, Map.of("name", JfrRecordings.name(host, connection + "-old")));
            recorder.startRecording(id);
            return id;
        } catch (RuntimeException e) {
            recorder.closeRecording(id);
            throw e;
        }
    }

    @Override
    public synchronized boolean underWay() {
        return recording != null;
    }

    @Override
    public synchronized List<OldObject> end() {
        Long id = recording;
        if (id == null) {
            return List.of();
        }
        recording = null;
        return channel.call(
                CallKind.HISTOGRAM,
                "the sample of old objects",
                server -> {
                    FlightRecorderMXBean recorder = JfrRecordings.recorder(server);
                    try {
                        recorder.stopRecording(id);
                        return read(recorder, id);
                    } finally {
                        recorder.closeRecording(id);
                    }
                });
    }

    private static List<OldObject> read(FlightRecorderMXBean recorder, long id) throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.create("hotlens-old")) {
            Path file = folder.path().resolve("objects.jfr");
            download(recorder, id, file);
            return read(file);
        }
    }

    private static List<OldObject> read(Path file) throws IOException {
        var found = new ArrayList<OldObject>();
        try (var events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                if (event.getEventType().getName().equals(EVENT)) {
                    found.add(OldObjectData.of(event, Instant.now()));
                }
            }
        }
        return found;
    }

    private static void download(FlightRecorderMXBean recorder, long id, Path file)
            throws IOException {
        long stream = recorder.openStream(id, Map.of());
        try (OutputStream out = Files.newOutputStream(file)) {
            long written = 0;
            byte[] block = recorder.readStream(stream);
            while (block != null && written < MOST_BYTES) {
                out.write(block);
                written += block.length;
                block = recorder.readStream(stream);
            }
        } finally {
            recorder.closeStream(stream);
        }
    }

    /// Drops a sampling that is under way; may block until the peer answers or the line is cut.
    synchronized void close() {
        Long id = recording;
        recording = null;
        if (id != null) {
            try {
                channel.call(
                        CallKind.EVENTS,
                        "the end of the sampling of old objects",
                        server -> {
                            JfrRecordings.recorder(server).closeRecording(id);
                            return true;
                        });
            } catch (TargetException _) {
                // The recording is closed as an orphan at the next connect.
            }
        }
    }
}
