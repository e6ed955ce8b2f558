package io.hotlens.skills.target;

import jdk.management.jfr.RemoteRecordingStream;

import java.io.IOException;
import java.util.Map;
import java.util.Set;

import javax.management.MBeanServerConnection;

/// Opens the streams of one connection one after the other: a stream does not tell the id of its
/// recording, which is therefore known as the one that was not there before.
final class StreamOpening {

    private final Attention attention;

    StreamOpening(Attention attention) {
        this.attention = attention;
    }

    /// @param options set on the new recording, its name among them
    /// @throws IOException when the target cannot be reached or makes no recording
    synchronized OpenStream open(
            MBeanServerConnection server, JfrRecordings recordings, Map<String, String> options)
            throws IOException {
        TemporaryFolder folder = TemporaryFolder.create("hotlens-events");
        try {
            Set<Long> before = recordings.ids();
            var reads = new RestingReads(server, attention);
            var stream = new RemoteRecordingStream(reads.line(), folder.path());
            recordings.claim(before, options);
            return new OpenStream(stream, folder, reads);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }
}
