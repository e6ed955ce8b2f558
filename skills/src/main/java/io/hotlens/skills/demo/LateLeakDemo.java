package io.hotlens.skills.demo;

import java.util.ArrayList;
import java.util.List;

/// A service that is well for two minutes. Then a release is deployed that never takes sessions out
/// of a list, about 2 MB each second; it stops short of the limit, so that the sick JVM stays up.
public final class LateLeakDemo {

    /// Milliseconds until the fault begins.
    public static final String DELAY = "hotlens.demo.delay_ms";

    private static final long USUAL_DELAY_MS = 120_000;
    private static final int SESSION_BYTES = 32 * 1024;

    /// One visitor's session.
    static final class Session {
        final byte[] cart = new byte[SESSION_BYTES];
    }

    private static final List<Session> SESSIONS = new ArrayList<>();

    private LateLeakDemo() {}

    public static void main(String[] args) {
        Stage.start("request-handler", () -> Garbage.makeForEver(80));
        Stage.start("session-creator", LateLeakDemo::leak);
        Stage.playUntilInputCloses();
    }

    private static void leak() {
        Stage.pauseMillis(Long.getLong(DELAY, USUAL_DELAY_MS));
        long limit = Runtime.getRuntime().maxMemory() / 10 * 7;
        while ((long) SESSIONS.size() * SESSION_BYTES < limit) {
            for (int i = 0; i < 3; i++) {
                SESSIONS.add(new Session());
            }
            Stage.pauseMillis(50);
        }
        Stage.pauseMillis(Long.MAX_VALUE / 4_000_000);
    }
}
