package io.hotlens.skills.target;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// Why a target did not answer when it was connected, until it does. It is asked once, by a request
/// that waits: repeated signals would print as many thread dumps when it wakes up.
final class Silence implements AutoCloseable {

    private static final Duration PACE = Duration.ofMillis(500);

    private final String why;
    private final AttachSocket socket;
    private final AttachSocket.Exchange request = new AttachSocket.Exchange();
    private final Thread waiting;
    private volatile boolean answered;

    /// @param socket of a target that was sent the signal of the attach handshake
    Silence(long pid, String why, AttachSocket socket) {
        this.why = why;
        this.socket = socket;
        this.waiting = Thread.ofVirtual().name("hotlens-silence-" + pid).unstarted(this::ask);
    }

    void start() {
        waiting.start();
    }

    /// Empty once the target has answered.
    Optional<String> why() {
        return answered ? Optional.empty() : Optional.of(why);
    }

    private void ask() {
        try (AttachSocket.Invitation _ = socket.invite()) {
            while (!socket.exists()) {
                Thread.sleep(PACE);
            }
            socket.properties(request);
            answered = true;
        } catch (IOException _) {
            // It ended, or the connection was closed: the heartbeat tells which.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        waiting.interrupt();
        request.cut();
    }
}
