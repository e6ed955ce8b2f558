package io.hotlens.skills.target;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// The union of what several readers wish of one recording: the lowest threshold, the shortest
/// period, stacks when anybody wants them.
final class JfrSettings {

    /// Limits for events that can flood; JDKs without throttling ignore them.
    private static final Map<String, String> THROTTLES =
            Map.of(
                    "jdk.ObjectAllocationSample", "100/s",
                    "jdk.JavaExceptionThrow", "100/s",
                    "jdk.SocketRead", "100/s",
                    "jdk.SocketWrite", "100/s",
                    "jdk.FileRead", "100/s",
                    "jdk.FileWrite", "100/s",
                    "jdk.CPUTimeSample", "20 ms");

    private JfrSettings() {}

    /// Settings as the flight recorder takes them: `jdk.ThreadPark#threshold` to `20 ms`.
    static Map<String, String> union(Collection<EventFeed.EventWish> wishes) {
        var merged = new LinkedHashMap<String, EventFeed.EventWish>();
        wishes.forEach(wish -> merged.merge(wish.type(), wish, JfrSettings::both));
        var settings = new LinkedHashMap<String, String>();
        merged.values().forEach(wish -> put(wish, settings));
        return settings;
    }

    private static EventFeed.EventWish both(EventFeed.EventWish a, EventFeed.EventWish b) {
        return new EventFeed.EventWish(
                a.type(),
                lowest(a.thresholdMs(), b.thresholdMs()),
                lowest(a.periodMs(), b.periodMs()),
                a.stack() || b.stack(),
                bothSettings(a.settings(), b.settings()));
    }

    private static Map<String, String> bothSettings(Map<String, String> a, Map<String, String> b) {
        var united = new LinkedHashMap<>(a);
        b.forEach(
                (name, value) ->
                        united.merge(
                                name,
                                value,
                                (x, y) -> name.equals("filter") && !x.equals(y) ? x + ";" + y : y));
        return united;
    }

    private static long lowest(long a, long b) {
        return a < 0 || b < 0 ? Math.max(a, b) : Math.min(a, b);
    }

    private static void put(EventFeed.EventWish wish, Map<String, String> settings) {
        String type = wish.type();
        settings.put(type + "#enabled", "true");
        settings.put(type + "#stackTrace", Boolean.toString(wish.stack()));
        if (wish.thresholdMs() >= 0) {
            settings.put(type + "#threshold", wish.thresholdMs() + " ms");
        }
        if (wish.periodMs() >= 0) {
            settings.put(type + "#period", wish.periodMs() + " ms");
        }
        if (THROTTLES.containsKey(type)) {
            settings.put(type + "#throttle", THROTTLES.get(type));
        }
        wish.settings().forEach((name, value) -> settings.put(type + "#" + name, value));
    }
}
