package io.hotlens.skills.builtin.ports;

import io.hotlens.skills.builtin.Beans;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.sampling.Recent;
import io.hotlens.skills.sampling.RingBuffer;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.target.Capability;
import io.hotlens.skills.target.EventFeed.EventWish;
import io.hotlens.skills.target.ProcessReader;
import io.hotlens.skills.target.Subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads what is open, from the process's entry in `/proc` or, of a remote target, from its beans.
final class PortsReader {

    static final Duration LOOK = Duration.ofSeconds(2);
    static final Duration WINDOW = Duration.ofSeconds(60);
    private static final int KEPT = 900;
    private static final int POSITIONS = 100;
    private static final int RING = 1_000;
    private static final Pattern LIMIT = Pattern.compile("(?m)^Max open files\\s+(\\d{1,18})");

    /// Files of the JVM itself: its code, and the flight recorder's chunks, which are our own
    /// doing.
    private static final Pattern OF_THE_JVM =
            Pattern.compile(".*(\\.jar|\\.so|/modules|\\.jsa|\\.jfr)");

    private final SkillContext context;
    private final Instant watchedSince;
    private final RingBuffer<FdGrowth.Count> counts = new RingBuffer<>(KEPT);
    private final RingBuffer<IoCounters> io = new RingBuffer<>(KEPT);
    private final RingBuffer<FilePositions> positions = new RingBuffer<>(KEPT / 30);
    private final SocketTables sockets = new SocketTables();
    private final Recent<Optional<Census>> census;
    private final Recent<Reading> remoteCount;
    private final Recent<Reading> limit;

    PortsReader(SkillContext context) {
        this.context = context;
        this.watchedSince = context.clock().instant();
        this.census = new Recent<>(LOOK, context.clock(), this::readCensus);
        this.remoteCount =
                new Recent<>(
                        Duration.ofSeconds(5),
                        context.clock(),
                        () -> bean("OpenFileDescriptorCount"));
        this.limit = new Recent<>(Duration.ofMinutes(1), context.clock(), this::readLimit);
    }

    private Optional<ProcessReader> process() {
        return context.connection().process();
    }

    private Reading bean(String attribute) {
        return Beans.number(context.connection().beans(), Beans.OPERATING_SYSTEM, attribute);
    }

    /// What is open now; empty when the descriptors of the process may not be seen.
    Optional<Census> census() {
        return census.get();
    }

    private Optional<Census> readCensus() {
        return process().map(this::census).filter(one -> !one.descriptors().isEmpty());
    }

    private Census census(ProcessReader process) {
        Instant at = context.clock().instant();
        List<Descriptor> descriptors =
                process.openFiles().entrySet().stream()
                        .map(one -> Descriptor.of(one.getKey(), one.getValue()))
                        .sorted(Comparator.comparingInt(Descriptor::id))
                        .toList();
        Set<Long> inodes =
                descriptors.stream()
                        .flatMapToLong(one -> one.inode().stream())
                        .boxed()
                        .collect(Collectors.toSet());
        return Census.of(at, descriptors, sockets.of(process, inodes));
    }

    /// Keeps one more count for the growth and the rates; the sampler does this each [#LOOK].
    void look() {
        Instant at = context.clock().instant();
        Optional<Census> now = census();
        if (now.isPresent()) {
            counts.add(new FdGrowth.Count(at, now.get().descriptors().size(), now.get().groups()));
            positions.add(positions(now.get()));
            process()
                    .flatMap(process -> process.text("io"))
                    .flatMap(text -> IoCounters.parse(at, text))
                    .ifPresent(io::add);
        } else if (remoteCount.get() instanceof Reading.Known(double open)) {
            counts.add(new FdGrowth.Count(at, (int) open, java.util.Map.of()));
        }
    }

    private FilePositions positions(Census census) {
        var found = new HashMap<Integer, FilePositions.Position>();
        for (Descriptor one : census.descriptors()) {
            if (isData(one) && found.size() < POSITIONS) {
                fdinfo(one.id())
                        .ifPresent(
                                text ->
                                        found.put(
                                                one.id(),
                                                FilePositions.Position.of(one.name(), text)));
            }
        }
        return new FilePositions(census.at(), found);
    }

    private static boolean isData(Descriptor one) {
        return (one.kind() == Descriptor.Kind.FILE || one.kind() == Descriptor.Kind.DELETED_FILE)
                && !OF_THE_JVM.matcher(one.name()).matches();
    }

    /// Where an open file stands and how it was opened, as the kernel prints it.
    Optional<String> fdinfo(int id) {
        return process().flatMap(process -> process.text("fdinfo/" + id));
    }

    Reading openFds() {
        return census().map(one -> Reading.of(one.descriptors().size())).orElseGet(remoteCount);
    }

    Reading limit() {
        return limit.get();
    }

    private Reading readLimit() {
        Optional<Matcher> local =
                process()
                        .flatMap(process -> process.text("limits"))
                        .map(LIMIT::matcher)
                        .filter(Matcher::find);
        return local.map(found -> Reading.of(Double.parseDouble(found.group(1))))
                .orElseGet(() -> bean("MaxFileDescriptorCount"));
    }

    /// The counts of the last `window`, oldest first.
    List<FdGrowth.Count> counts(Duration window) {
        Instant from = context.clock().instant().minus(window);
        return counts.oldestFirst().stream().filter(one -> !one.at().isBefore(from)).toList();
    }

    /// Input and output over the last ten seconds; empty for a remote target, for one of another
    /// user, and before two looks.
    Optional<IoCounters.Rates> ioRates() {
        List<IoCounters> held = io.newestFirst();
        Instant from = context.clock().instant().minusSeconds(10);
        return held.stream()
                .skip(1)
                .filter(one -> !one.at().isBefore(from))
                .reduce((_, older) -> older)
                .flatMap(older -> held.getFirst().since(older));
    }

    /// Files that the target moved through between the last two looks.
    List<FilePositions.Moved> moved() {
        List<FilePositions> held = positions.newestFirst();
        return held.size() < 2 ? List.of() : held.get(0).since(held.get(1));
    }

    boolean hasEvents() {
        return context.connection().capabilities().has(Capability.EVENT_STREAM);
    }

    /// Slow operations of the last minute, or since we connected.
    SlowIo slowIo() {
        var found = new ArrayList<Operation>();
        Instant now = context.clock().instant();
        Instant from = watchedSince.isBefore(now.minus(WINDOW)) ? now.minus(WINDOW) : watchedSince;
        for (Operation.Kind kind : Operation.Kind.values()) {
            List<Operation> some =
                    context.events().recorded(kind.type, WINDOW).stream()
                            .map(event -> Operation.of(kind, event))
                            .toList();
            if (some.size() >= RING && some.getLast().at().isAfter(from)) {
                from = some.getLast().at();
            }
            found.addAll(some);
        }
        Instant since = from;
        return new SlowIo(
                found.stream()
                        .filter(one -> !one.at().isBefore(since))
                        .sorted(Comparator.comparing(Operation::at).reversed())
                        .toList(),
                Duration.between(since, now));
    }

    Subscription subscribe() {
        return hasEvents()
                ? context.connection()
                        .events()
                        .subscribe(
                                Arrays.stream(Operation.Kind.values())
                                        .map(
                                                kind ->
                                                        EventWish.of(kind.type)
                                                                .threshold(Operation.THRESHOLD_MS)
                                                                .withStack())
                                        .toList(),
                                context.events().recorder())
                : () -> {};
    }
}
