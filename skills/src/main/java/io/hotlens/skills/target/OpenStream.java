package io.hotlens.skills.target;

import jdk.management.jfr.RemoteRecordingStream;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;

/// A stream of the flight recorder with the folder that its events are kept in meanwhile.
record OpenStream(RemoteRecordingStream stream, Path folder, RestingReads reads) {

    private static final Logger LOG = System.getLogger(OpenStream.class.getName());

    /// Ends the stream and its recording in the target; on a line that was cut only our side.
    void end() {
        reads.end();
        try {
            stream.close();
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, () -> "an event stream ended roughly: " + e.getMessage());
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException _) {
            // It lies in the folder for temporary files.
        }
    }
}
