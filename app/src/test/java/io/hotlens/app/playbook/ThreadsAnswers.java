package io.hotlens.app.playbook;

import io.hotlens.skills.data.Data;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Answers of the callbacks that the playbook of threads asks, as the target gives them.
final class ThreadsAnswers {

    private ThreadsAnswers() {}

    static final String NONE = "{\"total\":0,\"showing\":0,\"items\":[]}";

    static Playbook healthy() {
        return Playbook.of("threads")
                .answer("threads_deadlocks", NONE)
                .answer("threads_stuck", stuck(0, 1, "", ""))
                .answer("threads_blocked", blocked(1, "", ""))
                .answer("threads_retrying", NONE)
                .answer("threads_churn", churn(30, 0, 0, 0));
    }

    static String deadlock(String... threads) {
        return "{\"total\":1,\"showing\":1,\"items\":[{\"threads\":[%s]}]}"
                .formatted(String.join(",", threads));
    }

    static String member(String name, String holds, String wants) {
        String held = "{\"lock\":\"0x1\",\"class_name\":\"%s\"}".formatted(holds);
        return """
        {"id":31,"name":"%s","wants":"0x2","wants_class":"%s","holds":[%s],
        "method":"com.shop.Cart.add:12","stack":["com.shop.Cart.add:12"]}\
        """
                .formatted(name, wants, holds.isEmpty() ? "" : held);
    }

    static String stuck(int waiting, int looks, String thread, String pool) {
        return """
        {"total":%d,"showing":%d,"items":[%s],"starved_pools":[%s],"waiting":%d,
        "looks":%d,"span_s":%d}\
        """
                .formatted(
                        thread.isEmpty() ? 0 : 1,
                        thread.isEmpty() ? 0 : 1,
                        thread,
                        pool,
                        waiting,
                        looks,
                        looks * 2 - 2);
    }

    static String still(int looks, double stillS) {
        return """
        {"id":31,"name":"report","waits_for":"lock","lock":"0x2",
        "lock_class":"java.util.concurrent.locks.ReentrantReadWriteLock$NonfairSync",
        "looks":%d,"still_s":%s,"method":"com.shop.Report.write:40","stack":[]}\
        """
                .formatted(looks, stillS);
    }

    static String starved(int looks, double stillS) {
        return """
        {"container":"worker-*","workers":4,"names":["worker-1"],"looks":%d,"still_s":%s,
        "method":"com.shop.Batch.join:7"}\
        """
                .formatted(looks, stillS);
    }

    static String blocked(int looks, String lock, String lost) {
        return "{\"total\":1,\"showing\":1,\"items\":[%s],\"looks\":%d,\"lost\":[%s]}"
                .formatted(lock, looks, lost);
    }

    static String lock(int waiters, String holder, String state, int contended) {
        return """
        {"lock":"0x2","class_name":"com.shop.Stock","waiters":%d,"waiting":["http-1"],
        "waits_at":"com.shop.Stock.take:9","holder":"%s","holder_state":"%s",
        "holder_method":"com.shop.Stock.count:20","looks_contended":%d}\
        """
                .formatted(waiters, holder, state, contended);
    }

    static String lost(double msPerS) {
        return "{\"class_name\":\"com.shop.Stock\",\"lost_ms_per_s\":%s,\"waits\":90}"
                .formatted(msPerS);
    }

    static String retries(int attempts, Stream<String> threads) {
        String names = threads.map("\"%s\""::formatted).collect(Collectors.joining(","));
        return """
        {"total":1,"showing":1,"items":[
        {"method":"com.shop.Transfer.move","threads":[%s],"attempts":%d}]}\
        """
                .formatted(names, attempts);
    }

    static String churn(double windowS, double perMin, double r2, double rise) {
        return """
        {"started_per_s":{"unavailable":"needs two looks"},
        "ended_per_s":{"unavailable":"needs two looks"},"slope_per_min":%s,"r2":%s,
        "rise":%s,"last":140,"window_s":%s}\
        """
                .formatted(perMin, r2, rise, windowS);
    }

    static String groups(String... groups) {
        return "{\"total\":%d,\"showing\":%d,\"items\":[%s],\"window_s\":20}"
                .formatted(groups.length, groups.length, String.join(",", groups));
    }

    static String group(String name, int threads, int added) {
        return """
        {"container":"%s","threads":%d,"added":%d,"states":{"runnable":%d},"cpu_pct":1}\
        """
                .formatted(name, threads, added, threads);
    }

    static String observation(Data.Fields finding) {
        return finding.text("observation").orElse("");
    }
}
