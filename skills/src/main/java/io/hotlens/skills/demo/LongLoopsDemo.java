package io.hotlens.skills.demo;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/// Two threads sum up long columns in counted loops, 0.4 s of a processor each, while a health
/// check looks at all threads three times a second. Compiled without a poll in such loops, each
/// check waits until a loop is done, and everybody else waits with it; compiled as usual nothing is
/// wrong.
public final class LongLoopsDemo {

    private static final double WANTED_NANOS = 400e6;
    private static final int CELLS_AT_FIRST = 100_000_000;

    private LongLoopsDemo() {}

    public static void main(String[] args) {
        for (int i = 0; i < 20_000; i++) {
            Garbage.sink = sum(100);
        }
        for (int i = 0; i < 10; i++) {
            Garbage.sink = sum(CELLS_AT_FIRST / 40);
        }
        for (int i = 1; i <= 2; i++) {
            Stage.start("report-" + i, LongLoopsDemo::report);
        }
        Stage.start("health-check", LongLoopsDemo::check);
        Stage.playUntilInputCloses();
    }

    private static void report() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        int cells = CELLS_AT_FIRST;
        while (!Thread.currentThread().isInterrupted()) {
            long began = threads.getCurrentThreadCpuTime();
            Garbage.sink = sum(cells);
            long took = Math.max(threads.getCurrentThreadCpuTime() - began, 1);
            cells = (int) Math.min(cells * (WANTED_NANOS / took), Integer.MAX_VALUE);
            Stage.pauseMillis(2_000);
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
