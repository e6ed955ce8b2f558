package io.hotlens.skills.target;

import io.hotlens.skills.data.Data;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/// Puts collections together from the flight recorder's events, which come one to three seconds
/// late but cost next to nothing, however many there are. Only collectors that stop the application
/// for a whole collection are known here. Used by one thread.
final class GcEvents {

    static final List<EventFeed.EventWish> WISHES =
            List.of(
                    EventFeed.EventWish.of("jdk.GarbageCollection"),
                    EventFeed.EventWish.of("jdk.GCHeapSummary"),
                    EventFeed.EventWish.of("jdk.G1HeapSummary"),
                    EventFeed.EventWish.of("jdk.PSHeapSummary"));

    private static final double BYTES_PER_MB = 1024.0 * 1024.0;
    private static final double NANOS_PER_MS = 1e6;
    private static final int OPEN = 64;
    private static final String MINOR = "end of minor GC";
    private static final String MAJOR = "end of major GC";

    /// What the MBeans call a collector that the recorder names otherwise.
    private record Bean(String name, String action) {}

    private static final Map<String, Bean> BEANS =
            Map.of(
                    "G1New", new Bean("G1 Young Generation", MINOR),
                    "G1Full", new Bean("G1 Old Generation", MAJOR),
                    "ParallelScavenge", new Bean("PS Scavenge", MINOR),
                    "ParallelOld", new Bean("PS MarkSweep", MAJOR),
                    "DefNew", new Bean("Copy", MINOR),
                    "SerialOld", new Bean("MarkSweepCompact", MAJOR));

    private final SequencedMap<Double, Parts> open = new LinkedHashMap<>();

    /// What came up to now of one collection; sizes in MB, NaN until they came.
    private static final class Parts {
        double before = Double.NaN;
        double after = Double.NaN;
        double young = Double.NaN;
        double old = Double.NaN;
        TargetEvent.@Nullable Recorded end;
        @Nullable Bean bean;

        boolean complete() {
            return end != null && !Double.isNaN(before) && !Double.isNaN(after);
        }

        /// The used old generation; of a collector that does not tell it apart, the whole heap.
        double oldMb() {
            if (!Double.isNaN(old)) {
                return old;
            }
            return Double.isNaN(young) ? after : Math.max(0, after - young);
        }
    }

    /// Whether the collections of all these MBeans can be told from events as well; false for none.
    static boolean knowAll(Set<String> beanNames) {
        Set<String> known =
                BEANS.values().stream().map(Bean::name).collect(Collectors.toUnmodifiableSet());
        return !beanNames.isEmpty()
                && beanNames.stream()
                        .allMatch(name -> known.contains(name) || !GcNotifications.isPause(name));
    }

    /// Takes one event of the [#WISHES]; answers the collection that it completes.
    Optional<TargetEvent.Collection> add(TargetEvent.Recorded event) {
        if (!(event.fields().get("gcId") instanceof Data.Num(double id))) {
            return Optional.empty();
        }
        Parts parts = open.computeIfAbsent(id, _ -> new Parts());
        put(event, parts);
        forgetOldest();
        TargetEvent.Recorded end = parts.end;
        Bean bean = parts.bean;
        if (end == null || bean == null || !parts.complete()) {
            return Optional.empty();
        }
        open.remove(id);
        return Optional.of(collection(end, bean, parts));
    }

    /// Concurrent cycles and unknown collectors are never completed.
    private void forgetOldest() {
        while (open.size() > OPEN) {
            open.pollFirstEntry();
        }
    }

    private static void put(TargetEvent.Recorded event, Parts parts) {
        boolean after = "After GC".equals(text(event, "when"));
        switch (event.type()) {
            case "jdk.GarbageCollection" -> {
                parts.end = event;
                parts.bean = BEANS.get(text(event, "name"));
            }
            case "jdk.GCHeapSummary" -> {
                parts.before = after ? parts.before : megabytes(event, "heapUsed");
                parts.after = after ? megabytes(event, "heapUsed") : parts.after;
            }
            case "jdk.G1HeapSummary" -> {
                if (after) {
                    parts.young =
                            megabytes(event, "edenUsedSize") + megabytes(event, "survivorUsedSize");
                    parts.old = megabytes(event, "oldGenUsedSize");
                }
            }
            case "jdk.PSHeapSummary" -> {
                if (after && event.fields().get("oldObjectSpace") instanceof Data.Fields space) {
                    parts.old = space.number("used").orElse(Double.NaN) / BYTES_PER_MB;
                }
            }
            default -> {}
        }
    }

    private static String text(TargetEvent.Recorded event, String field) {
        return event.fields().get(field) instanceof Data.Text(String value) ? value : "";
    }

    private static double megabytes(TargetEvent.Recorded event, String field) {
        return event.fields().get(field) instanceof Data.Num(double bytes)
                ? bytes / BYTES_PER_MB
                : Double.NaN;
    }

    private static TargetEvent.Collection collection(
            TargetEvent.Recorded end, Bean bean, Parts parts) {
        double pauseMs =
                end.fields().get("sumOfPauses") instanceof Data.Num(double ms)
                        ? ms
                        : end.duration().toNanos() / NANOS_PER_MS;
        return new TargetEvent.Collection(
                end.at(),
                bean.name(),
                bean.action(),
                text(end, "cause"),
                Duration.ofNanos((long) (pauseMs * NANOS_PER_MS)),
                true,
                parts.before,
                parts.after,
                parts.oldMb());
    }
}
