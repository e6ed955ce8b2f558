package io.hotlens.ui.support;

import io.hotlens.skills.data.Data;

import java.util.ArrayList;
import java.util.List;

/// Answers about threads, of the shape that the callbacks give.
public final class ThreadSamples {

    private ThreadSamples() {}

    private static List<Data> texts(String... values) {
        return List.of(values).stream().map(Data::of).toList();
    }

    private static Data page(List<Data> items) {
        return Data.fields()
                .put("total", items.size() + 3)
                .put("showing", items.size())
                .put("items", items)
                .build();
    }

    /// Of `threads_dump`.
    public static Data dump() {
        return page(
                List.of(
                        stack(
                                64,
                                "WAITING",
                                "java.util.concurrent.locks.AbstractQueuedSynchronizer"
                                        + "$ConditionObject",
                                texts("http-nio-8080-exec-1", "http-nio-8080-exec-2"),
                                texts(
                                        "jdk.internal.misc.Unsafe.park",
                                        "java.util.concurrent.LinkedBlockingQueue.take:435",
                                        "org.apache.tomcat.util.threads.TaskQueue.take:33")),
                        stack(
                                2,
                                "BLOCKED",
                                "com.shop.stock.StockLock",
                                texts("order-writer", "stock-writer"),
                                texts("com.shop.stock.Stock.reserve:88", "com.shop.Order.run:41")),
                        stack(
                                1,
                                "RUNNABLE",
                                "",
                                texts("pricing"),
                                texts("com.shop.pricing.Rates.adjust:120"))));
    }

    private static Data stack(
            int count, String state, String waitsFor, List<Data> names, List<Data> stack) {
        return Data.fields()
                .put("count", count)
                .put("state", state)
                .put("waits_for", waitsFor)
                .put("names", names)
                .put("stack", stack)
                .build();
    }

    /// Of `{deadlocks, contended}`: a ring of two, and a lock that ten wait for.
    public static Data locks() {
        var waiting = new ArrayList<Data>();
        for (int i = 1; i <= 10; i++) {
            waiting.add(Data.of("checkout-" + i));
        }
        return Data.fields()
                .put(
                        "deadlocks",
                        List.<Data>of(
                                Data.fields()
                                        .put(
                                                "threads",
                                                List.of(
                                                        deadlocked(
                                                                "order-writer",
                                                                "0xa",
                                                                "com.shop.stock.StockLock",
                                                                "0xb"),
                                                        deadlocked(
                                                                "stock-writer",
                                                                "0xb",
                                                                "com.shop.order.OrderLock",
                                                                "0xa")))
                                        .build()))
                .put(
                        "contended",
                        List.<Data>of(
                                Data.fields()
                                        .put("lock", "0xc")
                                        .put("class_name", "com.shop.Catalogue")
                                        .put("waiters", 12)
                                        .put("waiting", waiting)
                                        .put("holder", "catalogue-refresh")
                                        .put("holder_state", "RUNNABLE")
                                        .put("holder_method", "com.shop.Catalogue.reload:31")
                                        .put("looks_contended", 4)
                                        .build()))
                .build();
    }

    private static Data deadlocked(String name, String wants, String wantsClass, String holds) {
        return Data.fields()
                .put("id", name.length())
                .put("name", name)
                .put("wants", wants)
                .put("wants_class", wantsClass)
                .put(
                        "holds",
                        List.<Data>of(
                                Data.fields()
                                        .put("lock", holds)
                                        .put("class_name", "com.shop.Lock")
                                        .build()))
                .put("method", "com.shop.Writer.write:77")
                .build();
    }

    /// Of `profiler_flame`.
    ///
    /// @param sampling whether samples are still taken
    public static Data flame(boolean sampling) {
        return Data.fields()
                .put("total", 5)
                .put("showing", 5)
                .put("sampling", sampling)
                .put("seconds_so_far", 4)
                .put("samples", 480)
                .put(
                        "items",
                        texts(
                                "java.lang.Thread.run;com.shop.Worker.run;com.shop.Order.price;"
                                        + "com.shop.pricing.Rates.adjust 220",
                                "java.lang.Thread.run;com.shop.Worker.run;com.shop.Order.price;"
                                        + "com.shop.pricing.Rates.round;java.math.BigDecimal.divide"
                                        + " 90",
                                "java.lang.Thread.run;com.shop.Worker.run;com.shop.Order.store;"
                                        + "com.shop.Json.write 70",
                                "java.lang.Thread.run;org.apache.tomcat.util.net.NioEndpoint"
                                        + "$Poller.run;sun.nio.ch.EPoll.wait 60",
                                "java.lang.Thread.run;com.shop.Audit.run;java.util.zip.Deflater"
                                        + ".deflate 40"))
                .put("kind", "cpu")
                .build();
    }

    /// Of `jvm_top_threads`.
    public static Data busiest() {
        return page(
                List.of(
                        busy("pricing", "RUNNABLE", 97.5, 120, "com.shop.pricing.Rates.adjust:120"),
                        busy("http-nio-8080-exec-7", "RUNNABLE", 4.2, 18, "com.shop.Json.write"),
                        busy("order-writer", "BLOCKED", 0, 0, "com.shop.stock.Stock.reserve:88")));
    }

    private static Data busy(String name, String state, double cpu, double mb, String method) {
        return Data.fields()
                .put("name", name)
                .put("state", state)
                .put("cpu_pct", cpu)
                .put("allocated_mb_per_s", mb)
                .put("method", method)
                .put("stack", texts(method, "com.shop.Worker.run:12"))
                .build();
    }
}
