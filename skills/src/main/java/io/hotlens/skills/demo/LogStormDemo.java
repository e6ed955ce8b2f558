package io.hotlens.skills.demo;

import java.io.IOException;
import java.util.logging.Logger;

/// Each heartbeat of each device is logged: some two thousand records a second.
public final class LogStormDemo {

    private LogStormDemo() {}

    public static void main(String[] args) throws IOException {
        Logger log = DemoLog.named("shop.devices.Heartbeat");
        Stage.start("device-listener", () -> listen(log));
        Stage.playUntilInputCloses();
    }

    private static void listen(Logger log) {
        long beat = 0;
        while (!Thread.currentThread().isInterrupted()) {
            for (int i = 0; i < 20; i++) {
                log.info("heartbeat " + beat++ + " of device " + i + " received");
            }
            Stage.pauseMillis(10);
        }
    }
}
