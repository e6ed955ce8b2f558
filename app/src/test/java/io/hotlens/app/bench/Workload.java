package io.hotlens.app.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;

/// The target of the cost benchmark: one worker that computes and allocates beside 200 parked
/// threads. For each line on standard input it answers with the operations done and the worker's
/// CPU time in nanoseconds.
final class Workload {

    private static final LongAdder DONE = new LongAdder();
    private static final CountDownLatch NEVER = new CountDownLatch(1);
    private static volatile Map<Integer, byte[]> sink = Map.of();

    private Workload() {}

    public static void main(String[] args) throws IOException {
        for (int i = 0; i < 200; i++) {
            Thread.ofPlatform().daemon().name("parked-" + i).start(Workload::park);
        }
        Thread worker = Thread.ofPlatform().daemon().name("worker").start(Workload::work);
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        System.out.println("ready");
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (in.readLine() != null) {
            System.out.println(DONE.sum() + " " + threads.getThreadCpuTime(worker.threadId()));
        }
    }

    private static void park() {
        try {
            NEVER.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void work() {
        while (!Thread.currentThread().isInterrupted()) {
            var map = new HashMap<Integer, byte[]>();
            for (int i = 0; i < 50; i++) {
                map.put(i * 7919, new byte[200]);
            }
            sink = map;
            if (sink.size() == 50) {
                DONE.increment();
            }
        }
    }
}
