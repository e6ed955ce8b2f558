package io.hotlens.skills.target;

import jdk.management.jfr.RemoteRecordingStream;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/// A stream of the flight recorder with the folder that its events are kept in meanwhile.
record OpenStream(RemoteRecordingStream stream, TemporaryFolder folder, RestingReads reads) {

    private static final Logger LOG = System.getLogger(OpenStream.class.getName());

    /// Ends the stream and its recording in the target; on a line that was cut only our side.
    void end() {
        reads.end();
        try {
            stream.close();
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, () -> "an event stream ended roughly: " + e.getMessage());
        }
        folder.close();
    }
}
