package io.hotlens.app.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;

/// The target of the cost benchmark: one worker that computes and allocates as an application does
/// (about 300 MB/s, a few collections a second, half a million live entries) beside 200 parked
/// threads. For each line on standard input it answers with the operations done and the worker's
/// CPU time in nanoseconds.
final class Workload {

    private static final LongAdder DONE = new LongAdder();
    private static final CountDownLatch NEVER = new CountDownLatch(1);
    private static final int LIVE = 500_000;
    private static volatile List<String> sink = List.of();

    private Workload() {}

    public static void main(String[] args) throws IOException {
        Map<Integer, String> live = new HashMap<>();
        for (int i = 0; i < LIVE; i++) {
            live.put(i, "value " + i);
        }
        for (int i = 0; i < 200; i++) {
            Thread.ofPlatform().daemon().name("parked-" + i).start(Workload::park);
        }
        Thread worker = Thread.ofPlatform().daemon().name("worker").start(Workload::work);
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        System.out.println("ready");
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (in.readLine() != null && live.size() == LIVE) {
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
        int[] numbers = new int[512];
        long seed = 1;
        while (!Thread.currentThread().isInterrupted()) {
            for (int i = 0; i < numbers.length; i++) {
                seed = seed * 6364136223846793005L + 1442695040888963407L;
                numbers[i] = (int) (seed >>> 33);
            }
            Arrays.sort(numbers);
            var texts = new ArrayList<String>();
            for (int i = 0; i < numbers.length; i += 25) {
                texts.add(Integer.toString(numbers[i]));
            }
            sink = texts;
            if (!sink.isEmpty()) {
                DONE.increment();
            }
        }
    }
}
