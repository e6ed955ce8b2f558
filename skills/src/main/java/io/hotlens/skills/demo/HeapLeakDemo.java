package io.hotlens.skills.demo;

import java.util.ArrayList;
import java.util.List;

/// Sessions are put into a list and never taken out, about 2 MB each second; it stops short of the
/// limit, so that the sick JVM stays up. Its heap is small enough for a histogram at any time
/// without consent.
public final class HeapLeakDemo {

    /// One visitor's session, about 32 KB.
    static final class Session {
        final byte[] cart = new byte[32 * 1024];
    }

    private static final List<Session> SESSIONS = new ArrayList<>();

    private HeapLeakDemo() {}

    public static void main(String[] args) {
        Stage.start("session-creator", HeapLeakDemo::leak);
        Stage.start("request-handler", () -> Garbage.makeForEver(80));
        Stage.playUntilInputCloses();
    }

    private static void leak() {
        long limit = Runtime.getRuntime().maxMemory() / 10 * 7;
        while (SESSIONS.size() * 32L * 1024 < limit) {
            for (int i = 0; i < 3; i++) {
                SESSIONS.add(new Session());
            }
            Stage.pauseMillis(50);
        }
        Stage.pauseMillis(Long.MAX_VALUE / 4_000_000);
    }
}
