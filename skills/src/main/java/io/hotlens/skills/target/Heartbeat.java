package io.hotlens.skills.target;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/// Looks at the target twice a second and keeps the connection's state true.
final class Heartbeat implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Heartbeat.class.getName());
    private static final Duration PERIOD = Duration.ofMillis(500);

    private final Pulse pulse;
    private final Health health;
    private final Thread thread;

    /// One look at a target, which takes at most half a second.
    interface Pulse {
        Beat beat() throws InterruptedException;
    }

    Heartbeat(String target, Pulse pulse, Health health) {
        this.pulse = pulse;
        this.health = health;
        this.thread = Thread.ofVirtual().name("hotlens-heartbeat-" + target).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!(health.state() instanceof ConnectionState.Ended)) {
                look();
                Thread.sleep(PERIOD);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        try {
            switch (pulse.beat()) {
                case Beat.Alive _ -> health.connected();
                case Beat.Undecided _ -> {}
                case Beat.Silent(String why) -> health.lost(why);
                case Beat.Over(String why) -> health.ended(why);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the heartbeat failed", e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
