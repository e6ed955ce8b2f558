package io.hotlens.skills.demo;

import java.io.IOException;
import java.util.logging.Logger;

/// Healthy: a server that logs each of its requests, about sixty a second.
public final class BusyLogDemo {

    private BusyLogDemo() {}

    public static void main(String[] args) throws IOException {
        Logger log = DemoLog.named("shop.web.Access");
        Stage.start("request-logger", () -> serve(log));
        Stage.playUntilInputCloses();
    }

    private static void serve(Logger log) {
        long request = 0;
        while (!Thread.currentThread().isInterrupted()) {
            log.info("GET /products/" + request++ % 97 + " 200");
            Stage.pauseMillis(16);
        }
    }
}
