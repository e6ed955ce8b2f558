package io.hotlens.skills.builtin.logger;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

/// Runs in a child JVM and logs with a real framework: nine orders of ten are accepted, the tenth
/// fails with an exception. Ends with its standard input.
final class LogWriters {

    private LogWriters() {}

    public static void main(String[] args) throws IOException {
        BiConsumer<String, Throwable> log = framework(args[0]);
        var orders = new AtomicInteger();
        Thread.ofPlatform().name("order-worker").daemon().start(() -> work(log, orders));
        System.out.println("ready");
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
    }

    private static void work(BiConsumer<String, Throwable> log, AtomicInteger orders) {
        var refused = new IllegalStateException("no stock", new IOException("warehouse"));
        while (!Thread.currentThread().isInterrupted()) {
            int order = orders.incrementAndGet();
            boolean fails = order % 10 == 0;
            log.accept(
                    "order " + order + (fails ? " failed" : " accepted, password=hunter2"),
                    fails ? refused : null);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static BiConsumer<String, Throwable> framework(String name) {
        return switch (name) {
            case "logback" -> {
                var logger = org.slf4j.LoggerFactory.getLogger("com.shop.Orders");
                yield (text, error) -> {
                    if (error == null) {
                        logger.info(text);
                    } else {
                        logger.error(text, error);
                    }
                };
            }
            case "log4j2" -> {
                var logger = org.apache.logging.log4j.LogManager.getLogger("com.shop.Orders");
                yield (text, error) -> {
                    if (error == null) {
                        logger.info(text);
                    } else {
                        logger.error(text, error);
                    }
                };
            }
            default -> {
                var logger = java.util.logging.Logger.getLogger("com.shop.Orders");
                yield (text, error) ->
                        logger.logp(
                                error == null
                                        ? java.util.logging.Level.INFO
                                        : java.util.logging.Level.SEVERE,
                                "com.shop.Orders",
                                "work",
                                text,
                                error);
            }
        };
    }
}
