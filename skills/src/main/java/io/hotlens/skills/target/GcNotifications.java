package io.hotlens.skills.target;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.Notification;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/// Hears of every garbage collection of a target by notifications of its MBeans, within
/// milliseconds.
final class GcNotifications {

    private static final Logger LOG = System.getLogger(GcNotifications.class.getName());
    private static final double BYTES_PER_MB = 1024.0 * 1024.0;
    private static final Set<String> CONCURRENT =
            Set.of(
                    "G1 Concurrent GC",
                    "ZGC Cycles",
                    "ZGC Minor Cycles",
                    "ZGC Major Cycles",
                    "Shenandoah Cycles");

    private final Consumer<TargetEvent.Collection> listener;

    /// The target's heap, as far as it does not change.
    ///
    /// @param startMs when the JVM started, by its own clock
    /// @param pools names of the heap's pools
    /// @param old those of them that hold the old generation
    record Heap(long startMs, Set<String> pools, Set<String> old) {}

    /// What was used, in MB.
    record Used(double heap, double old) {}

    GcNotifications(Consumer<TargetEvent.Collection> listener) {
        this.listener = listener;
    }

    /// Listens at the beans of this server.
    void attach(MBeanServerConnection server) {
        try {
            Heap heap = heap(server);
            var last = new AtomicReference<>(used(server, heap));
            var beans =
                    server.queryNames(new ObjectName("java.lang:type=GarbageCollector,*"), null);
            for (ObjectName bean : beans) {
                server.addNotificationListener(bean, (one, _) -> hear(one, heap, last), null, null);
            }
        } catch (IOException | JMException | RuntimeException e) {
            LOG.log(Level.WARNING, () -> "no notice of garbage collections: " + e.getMessage());
        }
    }

    private static Heap heap(MBeanServerConnection server) throws IOException, JMException {
        var pools = new TreeSet<String>();
        for (ObjectName pool :
                server.queryNames(new ObjectName("java.lang:type=MemoryPool,*"), null)) {
            if ("HEAP".equals(server.getAttribute(pool, "Type"))) {
                pools.add(pool.getKeyProperty("name"));
            }
        }
        Object start = server.getAttribute(new ObjectName("java.lang:type=Runtime"), "StartTime");
        return new Heap(start instanceof Long ms ? ms : 0, pools, oldOf(pools));
    }

    private static Used used(MBeanServerConnection server, Heap heap)
            throws IOException, JMException {
        double all = 0;
        double old = 0;
        for (String pool : heap.pools()) {
            var name = new ObjectName("java.lang:type=MemoryPool,name=" + pool);
            Object usage = server.getAttribute(name, "Usage");
            double mb = MemoryUsage.from((CompositeData) usage).getUsed() / BYTES_PER_MB;
            all += mb;
            old += heap.old().contains(pool) ? mb : 0;
        }
        return new Used(all, old);
    }

    /// The pools of the old generation; all pools of a heap without generations.
    static Set<String> oldOf(Set<String> pools) {
        Set<String> old =
                pools.stream()
                        .filter(name -> name.contains("Old Gen") || name.contains("Tenured"))
                        .collect(Collectors.toUnmodifiableSet());
        return old.isEmpty() ? Set.copyOf(pools) : old;
    }

    private void hear(Notification notification, Heap heap, AtomicReference<Used> last) {
        if (notification
                        .getType()
                        .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)
                && notification.getUserData() instanceof CompositeData data) {
            TargetEvent.Collection one =
                    collection(GarbageCollectionNotificationInfo.from(data), heap, last.get());
            last.set(new Used(one.heapAfterMb(), one.oldAfterMb()));
            listener.accept(one);
        }
    }

    /// The pauses of ZGC and Shenandoah do not tell what is used; it is what was left last.
    private static TargetEvent.Collection collection(
            GarbageCollectionNotificationInfo info, Heap heap, Used last) {
        GcInfo gc = info.getGcInfo();
        double before = usedMb(gc.getMemoryUsageBeforeGc(), heap.pools());
        double after = usedMb(gc.getMemoryUsageAfterGc(), heap.pools());
        double old = usedMb(gc.getMemoryUsageAfterGc(), heap.old());
        boolean told = before > 0 || after > 0;
        return new TargetEvent.Collection(
                Instant.ofEpochMilli(heap.startMs() + gc.getStartTime()),
                info.getGcName(),
                info.getGcAction(),
                info.getGcCause(),
                Duration.ofMillis(gc.getDuration()),
                isPause(info.getGcName()),
                told ? before : last.heap(),
                told ? after : last.heap(),
                told ? old : last.old());
    }

    /// Whether collections under this bean's name stop the application for their whole length.
    static boolean isPause(String collector) {
        return !CONCURRENT.contains(collector);
    }

    private static double usedMb(Map<String, MemoryUsage> usage, Set<String> pools) {
        return usage.entrySet().stream()
                .filter(entry -> pools.contains(entry.getKey()))
                .mapToDouble(entry -> entry.getValue().getUsed() / BYTES_PER_MB)
                .sum();
    }
}
