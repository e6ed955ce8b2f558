package io.hotlens.skills.builtin;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.monitor.Monitor;
import io.hotlens.skills.monitor.MonitorPlan;
import io.hotlens.skills.sampling.EventRing;
import io.hotlens.skills.sampling.History;
import io.hotlens.skills.sampling.PoolHistory;
import io.hotlens.skills.sampling.Sampler;
import io.hotlens.skills.sampling.ThreadHistory;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.target.Attention;
import io.hotlens.skills.target.Capabilities;
import io.hotlens.skills.target.ConnectionCost;
import io.hotlens.skills.target.ConnectionState;
import io.hotlens.skills.target.DiagnosticCommands;
import io.hotlens.skills.target.EventFeed;
import io.hotlens.skills.target.Heard;
import io.hotlens.skills.target.JvmAddress;
import io.hotlens.skills.target.MBeanReader;
import io.hotlens.skills.target.OldObjects;
import io.hotlens.skills.target.PerfCounters;
import io.hotlens.skills.target.ProcessReader;
import io.hotlens.skills.target.Subscription;
import io.hotlens.skills.target.TargetConnection;
import io.hotlens.skills.target.TargetEvent;
import io.hotlens.skills.target.TargetException;
import io.hotlens.skills.target.TargetInfo;
import io.hotlens.skills.target.ThreadContainer;
import io.hotlens.skills.target.ThreadDump;
import io.hotlens.skills.target.ThreadReader;
import io.hotlens.skills.target.ThreadSample;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// A target that does what a test says: MBeans, threads, events and time. Beans are found by the
/// pattern's text up to its first wildcard.
public final class ScriptedTarget implements TargetConnection, InstantSource {

    private final int feature;
    private final Map<String, Map<String, Data>> beans = new LinkedHashMap<>();
    private final ScriptedFeed feed = new ScriptedFeed();
    private Instant now = Dumps.START;
    private final Attention attention = new Attention(this);
    private final Sampler sampler = new Sampler(new History(this), this, attention);
    private List<ThreadDump.Stack> threads = List.of();
    private Optional<ProcessReader> process = Optional.empty();
    private Optional<DiagnosticCommands> commands = Optional.empty();
    private Optional<PerfCounters> counters = Optional.empty();
    private int searches;

    public ScriptedTarget(int feature) {
        this.feature = feature;
    }

    public SkillContext context() {
        return new SkillContext(
                this,
                sampler,
                new History(this),
                new EventRing(this),
                new ThreadHistory(threads(), this),
                new PoolHistory(beans(), this),
                new Monitor(() -> true, attention, new History(this), MonitorPlan.DEFAULT, this),
                Optional.empty(),
                this);
    }

    @Override
    public Instant instant() {
        return now;
    }

    /// Lets time pass; what is sampled in the background gets its turn.
    public void pass(Duration time) {
        now = now.plus(time);
        attention.look();
        sampler.tick();
    }

    public void bean(String name, Map<String, Double> numbers) {
        var values = new HashMap<String, Data>();
        numbers.forEach((key, value) -> values.put(key, Data.of(value)));
        beans.put(name, values);
    }

    public void remove(String bean) {
        beans.remove(bean);
    }

    public void threads(ThreadDump.Stack... now) {
        threads = List.of(now);
    }

    /// What the kernel tells of the process from now on.
    public void process(ProcessReader reader) {
        process = Optional.of(reader);
    }

    /// Who runs diagnostic commands from now on.
    public void commands(DiagnosticCommands runner) {
        commands = Optional.of(runner);
    }

    public void counters(PerfCounters read) {
        counters = Optional.of(read);
    }

    public int searches() {
        return searches;
    }

    /// Sends an event to all who wish for its type.
    public void happen(TargetEvent.Recorded event) {
        feed.listeners().stream()
                .filter(one -> one.wishes().stream().anyMatch(w -> w.type().equals(event.type())))
                .forEach(one -> one.listener().accept(event));
    }

    /// The lowest threshold that anybody wishes for a type; negative when nobody does.
    public long threshold(String type) {
        return feed.listeners().stream()
                .flatMap(one -> one.wishes().stream())
                .filter(wish -> wish.type().equals(type))
                .mapToLong(EventFeed.EventWish::thresholdMs)
                .min()
                .orElse(-1);
    }

    @Override
    public TargetInfo info() {
        return new TargetInfo(
                new JvmAddress.ThisJvm(),
                "scripted",
                OptionalLong.empty(),
                "here",
                "me",
                "vm",
                "vendor",
                Integer.toString(feature),
                feature,
                Dumps.START,
                2,
                "Linux",
                false);
    }

    @Override
    public MBeanReader beans() {
        return new MBeanReader() {
            @Override
            public Data get(String bean, String attribute) {
                return get(bean, List.of(attribute)).getOrDefault(attribute, Data.NOTHING);
            }

            @Override
            public Map<String, Data> get(String bean, Collection<String> attributes) {
                Map<String, Data> values = beans.get(bean);
                if (values == null) {
                    throw new TargetException.Unsupported("There is no bean " + bean + ".");
                }
                var wished = new HashMap<>(values);
                wished.keySet().retainAll(attributes);
                return wished;
            }

            @Override
            public List<String> find(String pattern) {
                searches++;
                int wildcard = pattern.indexOf('*');
                String begin = pattern.substring(0, wildcard < 0 ? pattern.length() : wildcard);
                return beans.keySet().stream()
                        .filter(
                                name ->
                                        !begin.isEmpty()
                                                && name.startsWith(begin.replaceAll(",$", "")))
                        .toList();
            }

            @Override
            public Data describe(String bean) {
                return Data.NOTHING;
            }
        };
    }

    @Override
    public ThreadReader threads() {
        return new ThreadReader() {
            @Override
            public List<ThreadSample> samples() {
                return List.of();
            }

            @Override
            public List<Long> deadlocked() {
                return List.of();
            }

            @Override
            public ThreadDump dump() {
                return new ThreadDump(now, threads, List.of());
            }

            @Override
            public List<ThreadContainer> containers() {
                return List.of();
            }
        };
    }

    @Override
    public EventFeed events() {
        return feed;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(Map.of());
    }

    @Override
    public ConnectionState state() {
        return new ConnectionState.Connected(Dumps.START);
    }

    @Override
    public DiagnosticCommands commands() {
        return commands.orElseThrow(ScriptedTarget::unused);
    }

    @Override
    public Optional<PerfCounters> counters() {
        return counters;
    }

    @Override
    public Optional<ProcessReader> process() {
        return process;
    }

    @Override
    public Optional<Heard> collectionsHeard() {
        return Optional.empty();
    }

    @Override
    public OldObjects oldObjects() {
        throw unused();
    }

    @Override
    public Attention attention() {
        return attention;
    }

    @Override
    public ConnectionCost cost() {
        throw unused();
    }

    @Override
    public Subscription listen(Consumer<TargetEvent> listener) {
        return () -> {};
    }

    private static IllegalStateException unused() {
        return new IllegalStateException("a scripted target has none");
    }

    @Override
    public void close() {
        sampler.close();
    }
}
