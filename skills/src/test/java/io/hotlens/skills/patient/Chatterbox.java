package io.hotlens.skills.patient;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

import javax.management.JMException;
import javax.management.ObjectName;

/// A patient that shows what should stay at home, wherever a JVM can show anything: each such text
/// holds the word `canary`. Its secrets hold `canarysecret`. The folder is named by a property.
public final class Chatterbox implements ChatterboxMBean {

    /// The folder for its files; its name should hold a canary, too.
    public static final String FOLDER = "shop.folder";

    /// The longest texts, so that tests can tell that they were there at all.
    public static final String REFUSED = "payment of Canary Goldfinch was refused by the bank";

    private static final List<Object> KEPT = new ArrayList<>();
    private static final Object LOCK = new Object();

    private Chatterbox() {}

    public static void main(String[] args) throws IOException, JMException {
        Path folder = Files.createDirectories(Path.of(System.getProperty(FOLDER)));
        ManagementFactory.getPlatformMBeanServer()
                .registerMBean(
                        new Chatterbox(),
                        new ObjectName("shop:type=Chatterbox,host=canary-app.internal"));
        Logger log = logger(folder.resolve("orders-canary.log"));
        KEPT.add(log);
        KEPT.add("heap string of Canary Goldfinch, born in 1970");
        for (String name :
                List.of(
                        "worker alice.canary@example.com",
                        "conn-canary-db.internal-1",
                        "to 203.0.113.77 at /srv/canary-xyz/spool",
                        "session-7f3c9a51canary0b2e4d6f8a1c3",
                        "jdbc:postgresql://shop:canarysecret1@canary-db.internal/shop")) {
            start(name, Chatterbox::share);
        }
        start("order-writer", () -> log(log));
        start("order-reader", Chatterbox::fail);
        start("order-file", () -> open(folder));
        System.out.println("ready");
        System.out.flush();
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
        System.exit(0);
    }

    private static Logger logger(Path file) throws IOException {
        Logger log = Logger.getLogger("shop.payment.Gateway");
        var handler = new FileHandler(file.toString());
        handler.setFormatter(new SimpleFormatter());
        log.addHandler(handler);
        log.setUseParentHandlers(false);
        return log;
    }

    private static void start(String name, Runnable body) {
        var thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void share() {
        while (!Thread.currentThread().isInterrupted()) {
            synchronized (LOCK) {
                pause(50);
            }
        }
    }

    private static void pause(int millis) {
        LockSupport.parkNanos(millis * 1_000_000L);
    }

    private static void log(Logger log) {
        var cause = new IllegalStateException(REFUSED);
        var failure =
                new SQLException("no connection to jdbc:postgresql://canary-db.internal", cause);
        int order = 0;
        while (!Thread.currentThread().isInterrupted()) {
            order++;
            log.info("order " + order + " of the Canary family is packed");
            log.info("token=canarysecret2 Authorization: Bearer canarysecret3canarysecret3");
            log.log(Level.SEVERE, REFUSED + ", select name from canaries where id = 7", failure);
            pause(50);
        }
    }

    private static void fail() {
        int order = 0;
        while (!Thread.currentThread().isInterrupted()) {
            for (int i = 0; i < 10; i++) {
                order = (order + 1) % 1000;
                try {
                    throw new IllegalArgumentException(
                            "order " + order + " of Canary Goldfinch: api_key=canarysecret4");
                } catch (IllegalArgumentException e) {
                    KEPT.set(0, e);
                }
            }
            pause(10);
        }
    }

    private static void open(Path folder) {
        var open = new ArrayList<Closeable>();
        while (!Thread.currentThread().isInterrupted() && open.size() < 400) {
            try {
                Path file = folder.resolve("invoice-" + open.size() + ".dat");
                open.add(new RandomAccessFile(file.toFile(), "rw"));
            } catch (IOException e) {
                return;
            }
            pause(100);
        }
        KEPT.add(open);
    }

    @Override
    public String getRegion() {
        return "canary-east of the Goldfinch bank";
    }

    @Override
    public String[] getTenants() {
        return new String[] {"Canary Ltd", "canary7"};
    }

    @Override
    public Map<String, String> getSettings() {
        return Map.of("owner", "Canary Goldfinch", "password", "canarysecret5");
    }

    @Override
    public int getOrders() {
        return 4711;
    }
}
