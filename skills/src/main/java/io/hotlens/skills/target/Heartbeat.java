package io.hotlens.skills.target;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/// Looks at the target more than twice a second and keeps the connection's state true.
final class Heartbeat implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Heartbeat.class.getName());
    private static final Duration PERIOD = Duration.ofMillis(400);
    private static final Duration SHORT = Duration.ofMillis(200);

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
                Thread.sleep(look() ? PERIOD : SHORT);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return whether the look was decided
    private boolean look() throws InterruptedException {
        try {
            Beat beat = pulse.beat();
            switch (beat) {
                case Beat.Alive _ -> health.connected();
                case Beat.Undecided _ -> {}
                case Beat.Silent(String why) -> health.lost(why);
                case Beat.Over(String why) -> health.ended(why);
            }
            return !(beat instanceof Beat.Undecided);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the heartbeat failed", e);
            return true;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
