package io.hotlens.skills.builtin.threads;

import static io.hotlens.skills.builtin.Beans.rounded;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Page;
import io.hotlens.skills.metric.Rates;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Series;
import io.hotlens.skills.metric.Slope;
import io.hotlens.skills.sampling.ThreadHistory;
import io.hotlens.skills.sampling.ThreadRates;
import io.hotlens.skills.skill.BadArguments;
import io.hotlens.skills.target.ThreadContainer;
import io.hotlens.skills.target.ThreadDump;
import io.hotlens.skills.target.ThreadSample;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Answers about which threads there are.
final class ThreadsAnswers {

    private static final int DEPTH = 4;
    private static final int STACK = 12;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ThreadsReader reader;
    private final AtomicInteger virtualThreads = new AtomicInteger(-1);

    ThreadsAnswers(ThreadsReader reader) {
        this.reader = reader;
    }

    Reading containerCount() {
        return looked(
                (int)
                        reader.newest().stream()
                                .map(one -> Stacks.group(one.name()))
                                .distinct()
                                .count());
    }

    /// How many threads were in one of these states at the last look.
    Reading count(Thread.State... states) {
        List<String> names = Stream.of(states).map(Thread.State::name).toList();
        return looked(
                (int) reader.newest().stream().filter(one -> names.contains(one.state())).count());
    }

    private Reading looked(int count) {
        return reader.samples().isEmpty()
                ? Reading.unavailable("threads were not looked at yet")
                : Reading.of(count);
    }

    Reading virtualCount() {
        int counted = virtualThreads.get();
        return counted < 0
                ? Reading.unavailable("counted only by threads_virtual(), which needs consent")
                : Reading.of(counted);
    }

    Data groups() {
        List<ThreadHistory.Samples> samples = reader.samples();
        Map<String, List<ThreadSample>> groups = byGroup(reader.newest());
        Map<String, List<ThreadSample>> before =
                samples.isEmpty() ? Map.of() : byGroup(samples.getFirst().threads());
        Map<Long, Double> cpu = new HashMap<>();
        for (ThreadRates.Rate rate :
                reader.context().threads().rates(Duration.ofSeconds(15)).threads()) {
            cpu.put(rate.now().id(), rate.cpuPct());
        }
        List<Data> items =
                groups.entrySet().stream()
                        .sorted(
                                Comparator.comparingInt(
                                                (Map.Entry<String, List<ThreadSample>> e) ->
                                                        e.getValue().size())
                                        .reversed())
                        .map(
                                e ->
                                        group(
                                                e.getKey(),
                                                e.getValue(),
                                                before.getOrDefault(e.getKey(), List.of()).size(),
                                                cpu))
                        .toList();
        double window =
                samples.isEmpty()
                        ? 0
                        : Duration.between(samples.getFirst().at(), samples.getLast().at())
                                        .toMillis()
                                / 1000.0;
        return Page.of(items, Page.MAX_LIMIT).fields().put("window_s", window).build();
    }

    private static Map<String, List<ThreadSample>> byGroup(List<ThreadSample> samples) {
        var groups = new LinkedHashMap<String, List<ThreadSample>>();
        samples.forEach(
                one ->
                        groups.computeIfAbsent(Stacks.group(one.name()), _ -> new ArrayList<>())
                                .add(one));
        return groups;
    }

    private static Data group(
            String name, List<ThreadSample> threads, int before, Map<Long, Double> cpu) {
        var states = new TreeMap<String, Integer>();
        threads.forEach(one -> states.merge(one.state().toLowerCase(Locale.ROOT), 1, Integer::sum));
        var byState = Data.fields();
        states.forEach((state, count) -> byState.put(state, (double) count));
        return Data.fields()
                .put("container", name)
                .put("threads", threads.size())
                .put("added", threads.size() - before)
                .put("states", byState.build())
                .put(
                        "cpu_pct",
                        rounded(
                                threads.stream()
                                        .mapToDouble(t -> cpu.getOrDefault(t.id(), 0.0))
                                        .sum()))
                .build();
    }

    Data children(String container) {
        List<ThreadSample> threads = byGroup(reader.newest()).get(container);
        if (threads == null) {
            throw new BadArguments(
                    "no group of threads is called '%s'; threads_list() names them"
                            .formatted(container));
        }
        List<Data> items =
                threads.stream()
                        .map(
                                one ->
                                        (Data)
                                                Data.fields()
                                                        .put("id", (double) one.id())
                                                        .put("name", one.name())
                                                        .put("state", one.state())
                                                        .put("cpu_ms", rounded(one.cpuMs()))
                                                        .build())
                        .toList();
        return Page.of(items, Page.MAX_LIMIT).toData();
    }

    Data tree(String from) {
        List<ThreadContainer> containers = reader.containers();
        String root =
                from.isEmpty()
                        ? containers.stream()
                                .filter(one -> one.parent().isEmpty())
                                .map(ThreadContainer::name)
                                .findFirst()
                                .orElse("")
                        : from;
        return containers.stream()
                .filter(one -> one.name().equals(root))
                .findFirst()
                .map(one -> tree(one, containers, DEPTH))
                .orElseThrow(() -> new BadArguments("no container is called '%s'".formatted(from)));
    }

    private static Data tree(ThreadContainer node, List<ThreadContainer> all, int depth) {
        List<Data> children =
                depth <= 1
                        ? List.of()
                        : all.stream()
                                .filter(one -> one.parent().equals(node.name()))
                                .limit(Page.MAX_LIMIT)
                                .map(one -> tree(one, all, depth - 1))
                                .toList();
        return Data.fields()
                .put("name", node.name())
                .put("owner", node.owner() < 0 ? Data.NOTHING : Data.of((double) node.owner()))
                .put("threads", node.threads().size())
                .put(
                        "virtual",
                        (int)
                                node.threads().stream()
                                        .filter(ThreadContainer.Member::virtual)
                                        .count())
                .put("children", children)
                .build();
    }

    Data dump(int limit) {
        record Key(String state, List<String> frames) {}
        ThreadDump dump = reader.dump();
        var groups = new LinkedHashMap<Key, List<ThreadDump.Stack>>();
        for (ThreadDump.Stack stack :
                dump.threads().stream().filter(one -> one.id() > 0).toList()) {
            List<String> frames = stack.frames().stream().map(ThreadDump.Frame::toString).toList();
            groups.computeIfAbsent(new Key(stack.state(), frames), _ -> new ArrayList<>())
                    .add(stack);
        }
        List<Data> items =
                groups.values().stream()
                        .sorted(
                                Comparator.comparingInt((List<ThreadDump.Stack> g) -> g.size())
                                        .reversed())
                        .map(ThreadsAnswers::equalStacks)
                        .toList();
        return Page.of(items, limit).fields().put("threads", dump.threads().size()).build();
    }

    private static Data equalStacks(List<ThreadDump.Stack> group) {
        ThreadDump.Stack first = group.getFirst();
        return Data.fields()
                .put("count", group.size())
                .put("state", first.state())
                .put("waits_for", Wait.of(first).word())
                .put("names", group.stream().limit(5).map(one -> Data.of(one.name())).toList())
                .put("stack", WaitAnswers.stack(first))
                .build();
    }

    Data virtual(int limit) {
        record Key(String state, List<String> stack) {}
        var groups = new LinkedHashMap<Key, Integer>();
        int total = 0;
        for (ThreadContainer container : reader.containers()) {
            for (ThreadContainer.Member member : container.threads()) {
                if (member.virtual()) {
                    groups.merge(new Key(member.state(), member.stack()), 1, Integer::sum);
                    total++;
                }
            }
        }
        virtualThreads.set(total);
        List<Data> items =
                groups.entrySet().stream()
                        .sorted(Map.Entry.<Key, Integer>comparingByValue().reversed())
                        .map(
                                entry ->
                                        (Data)
                                                Data.fields()
                                                        .put("count", entry.getValue())
                                                        .put("state", entry.getKey().state())
                                                        .put(
                                                                "stack",
                                                                entry.getKey().stack().stream()
                                                                        .limit(STACK)
                                                                        .map(Data::of)
                                                                        .toList())
                                                        .build())
                        .toList();
        return Page.of(items, limit).fields().put("virtual_threads", total).build();
    }

    Data churn() {
        Series live = reader.context().history().series("threads.threads_total", MINUTE);
        Slope slope = live.slope();
        Reading started = reader.startedPerSecond();
        double change = slope.perMinute() / 60;
        return Data.fields()
                .put("started_per_s", started.toData())
                .put(
                        "ended_per_s",
                        started instanceof Reading.Known(double rate)
                                ? Data.of(rounded(Math.max(0, rate - change)))
                                : started.toData())
                .put("slope_per_min", rounded(slope.perMinute()))
                .put("r2", rounded(slope.r2()))
                .put("rise", Rates.rise(live))
                .put("last", slope.last())
                .put("window_s", live.span().toMillis() / 1000.0)
                .build();
    }
}
