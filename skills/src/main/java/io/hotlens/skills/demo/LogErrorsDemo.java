package io.hotlens.skills.demo;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Payments are logged, ten each second; after three seconds most of them fail.
public final class LogErrorsDemo {

    private static final int HEALTHY_PAYMENTS = 30;

    private LogErrorsDemo() {}

    public static void main(String[] args) throws IOException {
        Logger log = DemoLog.named("shop.payment.Gateway");
        Stage.start("payment-worker", () -> pay(log));
        Stage.playUntilInputCloses();
    }

    private static void pay(Logger log) {
        Exception refused = new IllegalStateException("the gateway answered 503");
        int payment = 0;
        while (!Thread.currentThread().isInterrupted()) {
            payment++;
            if (payment > HEALTHY_PAYMENTS && payment % 3 != 0) {
                log.log(Level.SEVERE, "payment " + payment + " failed", refused);
            } else {
                log.info("payment " + payment + " accepted");
            }
            Stage.pauseMillis(100);
        }
    }
}
