package io.hotlens.skills.demo;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/// A thread computes for minutes in one counted loop. Compiled without a poll in such loops, the
/// first garbage collection waits for its end, and with it every other thread, JMX and the
/// diagnostic commands. With `-Dhung.seconds=N` it recovers after about that time, later on a busy
/// host.
public final class HungDemo {

    private static final int TRIAL = 20_000_000;

    private static volatile double result;

    private HungDemo() {}

    public static void main(String[] args) {
        for (int i = 0; i < 20_000; i++) {
            result = integrate(100);
        }
        Integer seconds = Integer.getInteger("hung.seconds");
        Stage.start("integration", seconds == null ? HungDemo::forever : once(seconds));
        Stage.start("allocator", HungDemo::allocate);
        Stage.playUntilInputCloses();
    }

    private static void forever() {
        while (!Thread.currentThread().isInterrupted()) {
            result = integrate(Integer.MAX_VALUE);
        }
    }

    private static Runnable once(int seconds) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        result = integrate(TRIAL);
        double stepNs = (double) (threads.getCurrentThreadCpuTime() - began) / TRIAL;
        int steps = (int) Math.min(seconds * 1e9 / stepNs, Integer.MAX_VALUE);
        return () -> result = integrate(steps);
    }

    /// Twelve divisions that wait for each other, about 60 ns a step: two minutes for the longest
    /// loop.
    private static double integrate(int steps) {
        double sum = 1;
        for (int i = 0; i < steps; i++) {
            sum = fraction(i, fraction(i, fraction(i, sum)));
        }
        return sum;
    }

    private static double fraction(int i, double sum) {
        return 1 / (1 + 1 / (i + 1 / (1 + 1 / (sum + 1))));
    }

    private static void allocate() {
        while (!Thread.currentThread().isInterrupted()) {
            Garbage.sink = new byte[1 << 20];
            Stage.pauseMillis(5);
        }
    }
}
