package io.hotlens.skills.demo;

import java.io.IOException;
import java.util.logging.Logger;

/// Healthy: twenty records a second, with a burst of warnings each five seconds and an error now
/// and then, after which a retry works.
public final class WarningBurstDemo {

    private static final int TURN = 100;
    private static final int WARNINGS = 25;

    private WarningBurstDemo() {}

    public static void main(String[] args) throws IOException {
        Logger log = DemoLog.named("shop.stock.Import");
        Stage.start("stock-import", () -> importStock(log));
        Stage.playUntilInputCloses();
    }

    private static void importStock(Logger log) {
        int item = 0;
        while (!Thread.currentThread().isInterrupted()) {
            int turn = item++ % TURN;
            if (turn < WARNINGS) {
                log.warning("item " + item + " has no picture");
            } else if (turn == WARNINGS) {
                log.severe("item " + item + " could not be read, tried again");
            } else {
                log.info("item " + item + " imported");
            }
            Stage.pauseMillis(50);
        }
    }
}
