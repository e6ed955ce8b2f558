package io.hotlens.ui.support;

import io.hotlens.app.access.Consent;
import io.hotlens.app.chat.Chat;
import io.hotlens.app.event.AppEvent;
import io.hotlens.app.event.EventBus;
import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.investigation.InvestigationRequest;
import io.hotlens.app.notification.NotificationBook;
import io.hotlens.app.operator.OperatorEvent;
import io.hotlens.app.operator.OperatorReport;
import io.hotlens.app.operator.OperatorRun;
import io.hotlens.app.operator.OperatorStatus;
import io.hotlens.app.sandbox.LuaOutcome;
import io.hotlens.app.session.FollowUps;
import io.hotlens.app.session.Investigations;
import io.hotlens.app.session.Session;
import io.hotlens.app.session.SessionEgress;
import io.hotlens.app.session.SkillView;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.monitor.Monitor;
import io.hotlens.skills.sampling.History;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.skill.Snapshot;
import io.hotlens.skills.target.Capabilities;
import io.hotlens.skills.target.ConnectionCost;
import io.hotlens.skills.target.ConnectionState;
import io.hotlens.skills.target.TargetInfo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// A session without a target: what is started publishes a script, and Lua is answered from a
/// table.
public final class ScriptedSession implements Session, Investigations {

    private final EventBus bus = new EventBus();
    private final InstantSource clock = InstantSource.fixed(Samples.NOON);
    private final History history = new History(clock);
    private final Monitor monitor;
    private final NotificationBook book =
            new NotificationBook(
                    (id, status) ->
                            bus.publish(
                                    new AppEvent.NotificationChanged(clock.instant(), id, status)));
    private final Consent consent = new Consent();
    private final ScriptedEgress egress = new ScriptedEgress();
    private final List<InvestigationRequest> requests = new CopyOnWriteArrayList<>();
    private volatile List<String> models = List.of();
    private volatile ConnectionState state = new ConnectionState.Connected(Samples.NOON);
    private final Semaphore stopped = new Semaphore(0);
    private volatile boolean closed;
    private final Map<String, Data> answers = new ConcurrentHashMap<>();
    private final List<Skill> skills;

    /// With a few skills and ten minutes of vitals.
    public ScriptedSession() {
        this(FakeSkill.usual());
    }

    public ScriptedSession(List<Skill> skills) {
        this.skills = List.copyOf(skills);
        skills.forEach(skill -> skill.metrics().forEach(this::fill));
        monitor = ScriptedMonitor.over(skills);
    }

    private void fill(Metric metric) {
        int seed = Math.floorMod(metric.id().hashCode(), 7);
        for (int second = 600; second >= 0; second--) {
            Instant at = Samples.NOON.minusSeconds(second);
            double wave = 30 + 4 * seed + 20 * Math.sin((second + 40 * seed) / (20.0 + seed));
            history.record(
                    metric,
                    at,
                    metric.name().equals("process_cpu_pct")
                            ? Reading.unavailable("the JMX user may not read it")
                            : Reading.of(wave + (second % 97 == 0 ? 25 : 0)));
        }
    }

    /// Publishes events as the engine would, and keeps what was notified.
    public void play(List<AppEvent> events) {
        for (AppEvent event : events) {
            if (event instanceof AppEvent.FromOperator(_, _, OperatorEvent step)
                    && step.step() instanceof OperatorEvent.NotificationSent(var sent)) {
                book.add(sent);
            }
            bus.publish(event);
        }
    }

    /// Changes the connection's state and tells it.
    public void become(ConnectionState now) {
        state = now;
        bus.publish(new AppEvent.ConnectionChanged(clock.instant(), now));
    }

    /// Why investigations were started, in order.
    public List<String> reasons() {
        return requests.stream().map(InvestigationRequest::reason).toList();
    }

    public InvestigationRequest asked() {
        return requests.getLast();
    }

    public ScriptedEgress gate() {
        return egress;
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public TargetInfo target() {
        return Samples.target();
    }

    @Override
    public ConnectionState state() {
        return state;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(Map.of());
    }

    @Override
    public ConnectionCost cost() {
        return new ConnectionCost(137, Duration.ofMillis(49), 0.03);
    }

    @Override
    public void look() {}

    @Override
    public Monitor monitor() {
        return monitor;
    }

    @Override
    public EventBus events() {
        return bus;
    }

    @Override
    public List<String> usualModels() {
        return models;
    }

    /// Who chooses the next steps from now on.
    public void models(String... names) {
        models = List.of(names);
    }

    @Override
    public History history() {
        return history;
    }

    @Override
    public List<SkillView> skills() {
        return skills.stream().map(skill -> new SkillView(skill, Optional.empty())).toList();
    }

    @Override
    public Investigations investigations() {
        return this;
    }

    /// Answers each question by saying it again; the question `fail` has no answer, and `wait`
    /// waits until it is stopped.
    @Override
    public Chat chat(InvestigationId id) {
        return new EchoingChat(
                event -> bus.publish(new AppEvent.FromChat(clock.instant(), id, event)), stopped);
    }

    @Override
    public NotificationBook notifications() {
        return book;
    }

    @Override
    public FollowUps followUps() {
        throw new UnsupportedOperationException("no follow-ups in a script");
    }

    @Override
    public Consent consent() {
        return consent;
    }

    @Override
    public SessionEgress egress() {
        return egress.session();
    }

    /// Scripts with this part are answered so from now on.
    public void answer(String part, Data result) {
        answers.put(part, result);
    }

    @Override
    public LuaOutcome lua(Optional<SkillId> skill, String code) {
        for (var answer : answers.entrySet()) {
            if (code.contains(answer.getKey())) {
                return Samples.returned(answer.getValue());
            }
        }
        return code.contains("nonsense")
                ? new LuaOutcome.Failure(
                        "attempt to call nil", 2, List.of(), List.of(), Duration.ofMillis(3))
                : Samples.returned(
                        Data.fields()
                                .put("collections", 41)
                                .put("causes", List.of(Data.of("G1 Evacuation Pause")))
                                .build(),
                        "looked at 41 collections");
    }

    @Override
    public LuaOutcome playbook(SkillId skill) {
        return new LuaOutcome.Value(
                Data.NOTHING,
                List.of(),
                List.of(Data.fields().put("kind", "deadlock").put("severity", "critical").build()),
                OptionalLong.empty(),
                Duration.ofMillis(80));
    }

    @Override
    public Snapshot snapshot(SkillId skill) {
        return Samples.snapshot(skill.value());
    }

    @Override
    public List<OperatorStatus> operators() {
        return List.of();
    }

    @Override
    public OperatorReport runOperator(SkillId skill, String reason, Impact allowed) {
        throw new UnsupportedOperationException("no operators in a script");
    }

    @Override
    public OperatorRun runOperatorAsync(
            SkillId skill, String reason, Impact allowed, Consumer<OperatorEvent> listener) {
        throw new UnsupportedOperationException("no operators in a script");
    }

    @Override
    public OperatorRun watch(SkillId skill, String reason, Consumer<OperatorEvent> listener) {
        throw new UnsupportedOperationException("no operators in a script");
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public Handle start(InvestigationRequest request) {
        requests.add(request);
        play(Script.deadlocked().events());
        return new ScriptedHandle(
                request,
                () -> play(new Script(Samples.RUN).ended(new Outcome.Cancelled()).events()));
    }

    @Override
    public List<Investigation> past() {
        return List.of();
    }

    @Override
    public List<Handle> running() {
        return List.of();
    }
}
