package io.hotlens.skills.builtin.nativememory;

import io.hotlens.skills.builtin.Beans;
import io.hotlens.skills.builtin.Beans.MemoryUse;
import io.hotlens.skills.builtin.nativememory.Footprint.Part;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.metric.Series;
import io.hotlens.skills.sampling.Recent;
import io.hotlens.skills.sampling.RingBuffer;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.target.Capability;
import io.hotlens.skills.target.EventFeed.EventWish;
import io.hotlens.skills.target.MBeanReader;
import io.hotlens.skills.target.ProcessReader;
import io.hotlens.skills.target.Subscription;
import io.hotlens.skills.target.TargetException;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the process's memory, from `/proc` as far as it can.
final class NativeReader {

    static final Duration LOOK = Duration.ofSeconds(5);
    static final String TRACKING = "VM.native_memory";
    private static final int KEPT = 360;
    private static final String RESIDENT = "jdk.ResidentSetSize";
    private static final String POOLS = "java.nio:type=BufferPool,name=";
    private static final List<String> POOL = List.of("Count", "MemoryUsed", "TotalCapacity");
    private static final double KB_PER_MB = 1024;

    /// The kernel walks the target's mappings for us and holds their lock now and then meanwhile:
    /// that may take a twentieth of the time, with a pause of nine seconds at most.
    private static final int SHARE = 20;

    private static final Duration LONGEST = Duration.ofSeconds(9);

    private final SkillContext context;
    private final RingBuffer<Footprint> footprints = new RingBuffer<>(KEPT);
    private final Recent<HeapRange> heapRange;
    private final Recent<Optional<NativeTracking>> tracking;
    private Instant mappingsDue = Instant.EPOCH;

    /// One pool of buffers.
    record Pool(String name, double count, double usedMb, double capacityMb) {}

    NativeReader(SkillContext context) {
        this.context = context;
        this.heapRange = new Recent<>(Duration.ofHours(1), context.clock(), this::readHeapRange);
        this.tracking = new Recent<>(Duration.ofSeconds(15), context.clock(), this::readTracking);
    }

    private Optional<ProcessReader> process() {
        return context.connection().process();
    }

    private boolean has(Capability capability) {
        return context.connection().capabilities().has(capability);
    }

    String command(String name, String... arguments) {
        return context.connection().commands().run(name, arguments);
    }

    boolean knows(String command) {
        return context.connection().commands().names().contains(command);
    }

    private HeapRange readHeapRange() {
        return has(Capability.DIAGNOSTIC_COMMANDS)
                ? HeapRange.parse(command("GC.heap_info"))
                : HeapRange.NONE;
    }

    private Optional<NativeTracking> readTracking() {
        return has(Capability.NATIVE_MEMORY_TRACKING)
                ? NativeTracking.parse(command(TRACKING, "summary"))
                : Optional.empty();
    }

    /// What the JVM tracks itself, at most 15 s old; empty when tracking is off.
    Optional<NativeTracking> tracking() {
        return tracking.get();
    }

    /// Takes one more footprint; the sampler does this each [#LOOK].
    void look() {
        footprints.add(footprint());
    }

    private Footprint footprint() {
        Instant at = context.clock().instant();
        Map<Part, Double> parts = new EnumMap<>(Part.class);
        residentMb().ifPresent(mb -> parts.put(Part.RSS, mb));
        for (Pool pool : pools()) {
            parts.merge(
                    pool.name().equals("direct") ? Part.DIRECT : Part.MAPPED,
                    pool.usedMb(),
                    Double::sum);
        }
        MemoryUse.of(beans().get(Beans.MEMORY, "NonHeapMemoryUsage"))
                .ifPresent(use -> parts.put(Part.JVM, use.committedMb()));
        mappings(at)
                .ifPresent(
                        mappings -> {
                            parts.put(Part.HEAP_RESIDENT, mappings.heapKb() / KB_PER_MB);
                            double known =
                                    parts.getOrDefault(Part.DIRECT, 0.0)
                                            + parts.getOrDefault(Part.JVM, 0.0);
                            parts.put(
                                    Part.UNACCOUNTED,
                                    Math.max(0, mappings.outsideHeapKb() / KB_PER_MB - known));
                        });
        return new Footprint(at, parts);
    }

    private MBeanReader beans() {
        return context.connection().beans();
    }

    /// A line of `/proc/PID/status` such as `VmRSS` or `VmSwap`; empty for a remote target.
    OptionalDouble statusMb(String key) {
        Optional<Matcher> found =
                process()
                        .flatMap(process -> process.text("status"))
                        .map(Pattern.compile("(?m)^" + key + ":\\s+(\\d{1,15}) kB$")::matcher)
                        .filter(Matcher::find);
        return found.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Double.parseDouble(found.get().group(1)) / KB_PER_MB);
    }

    private OptionalDouble residentMb() {
        OptionalDouble local = statusMb("VmRSS");
        return local.isPresent()
                ? local
                : context.events().recorded(RESIDENT, Duration.ofMinutes(1)).stream()
                        .limit(1)
                        .map(event -> event.fields().getOrDefault("size", Data.NOTHING))
                        .filter(Data.Num.class::isInstance)
                        .mapToDouble(size -> Beans.megabytes(((Data.Num) size).value()))
                        .findFirst();
    }

    /// The mappings by kind, unless it is too early to walk them again.
    private synchronized Optional<Mappings> mappings(Instant at) {
        return at.isBefore(mappingsDue) ? Optional.empty() : mappings();
    }

    /// The mappings by kind, now; empty for a remote target, for one of another user, and when it
    /// is not known where the heap lies.
    synchronized Optional<Mappings> mappings() {
        HeapRange heap = heapRange.get();
        Instant begin = context.clock().instant();
        Optional<Mappings> read =
                process()
                        .flatMap(process -> process.text("smaps"))
                        .map(text -> Mappings.parse(text, heap))
                        .filter(one -> one.heapKb() > 0);
        Instant done = context.clock().instant();
        Duration pause = Duration.between(begin, done).multipliedBy(SHARE);
        mappingsDue = done.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
        return read;
    }

    /// The pools of byte buffers.
    List<Pool> pools() {
        return List.of("direct", "mapped").stream().flatMap(name -> pool(name).stream()).toList();
    }

    private Optional<Pool> pool(String name) {
        try {
            var values =
                    new Data.Fields(new java.util.LinkedHashMap<>(beans().get(POOLS + name, POOL)));
            return Optional.of(
                    new Pool(
                            name,
                            values.number("Count").orElse(0.0),
                            Beans.megabytes(values.number("MemoryUsed").orElse(0.0)),
                            Beans.megabytes(values.number("TotalCapacity").orElse(0.0))));
        } catch (TargetException.Unsupported _) {
            return Optional.empty();
        }
    }

    /// What the newest footprint that has this part says of it.
    OptionalDouble newest(Part part) {
        if (footprints.size() == 0) {
            look();
        }
        return footprints.newestFirst().stream()
                .map(one -> one.part(part))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .findFirst();
    }

    /// The course of one part over the last `window`.
    Series series(Part part, Duration window) {
        Instant from = context.clock().instant().minus(window);
        return new Series(
                footprints.oldestFirst().stream()
                        .filter(one -> !one.at().isBefore(from) && one.part(part).isPresent())
                        .map(one -> new Series.Point(one.at(), one.part(part).orElseThrow()))
                        .toList());
    }

    /// Why the resident memory of the target is not known.
    String whyNoResident() {
        return context.connection().info().sameHost()
                ? "the process's entry in /proc may not be read"
                : "a remote target tells it from JDK 25 on, by flight recorder events";
    }

    boolean isLocal() {
        return has(Capability.PROCESS_FILES);
    }

    String whyNoTracking() {
        return context.connection()
                .capabilities()
                .whyMissing(Capability.NATIVE_MEMORY_TRACKING)
                .orElse("native memory tracking answered in a form we do not know");
    }

    Subscription subscribe() {
        return has(Capability.EVENT_STREAM) && !isLocal()
                ? context.connection()
                        .events()
                        .subscribe(
                                List.of(EventWish.of(RESIDENT).every(LOOK.toMillis())),
                                context.events().recorder())
                : () -> {};
    }
}
