package io.hotlens.skills.demo;

/// Two threads sum up long columns in counted loops while a health check looks at all threads three
/// times a second. Compiled without a poll in such loops, each check waits until a loop is done,
/// and everybody else waits with it; compiled as usual nothing is wrong.
public final class LongLoopsDemo {

    private static final int CELLS = 250_000_000;

    private LongLoopsDemo() {}

    public static void main(String[] args) {
        for (int i = 0; i < 20_000; i++) {
            Garbage.sink = sum(100);
        }
        for (int i = 0; i < 10; i++) {
            Garbage.sink = sum(CELLS / 100);
        }
        for (int i = 1; i <= 2; i++) {
            Stage.start("report-" + i, LongLoopsDemo::report);
        }
        Stage.start("health-check", LongLoopsDemo::check);
        Stage.playUntilInputCloses();
    }

    private static void report() {
        while (!Thread.currentThread().isInterrupted()) {
            Garbage.sink = sum(CELLS);
            Stage.pauseMillis(1_500);
        }
    }

    private static long sum(int cells) {
        long sum = 1;
        for (int i = 0; i < cells; i++) {
            sum = sum * 31 + (i ^ (sum >>> 7));
        }
        return sum;
    }

    private static void check() {
        while (!Thread.currentThread().isInterrupted()) {
            Garbage.sink = Thread.getAllStackTraces();
            Stage.pauseMillis(300);
        }
    }
}
