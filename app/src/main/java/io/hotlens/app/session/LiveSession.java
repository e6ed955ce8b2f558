package io.hotlens.app.session;

import io.hotlens.app.access.Consent;
import io.hotlens.app.access.Grant;
import io.hotlens.app.access.PauseBudget;
import io.hotlens.app.event.AppEvent;
import io.hotlens.app.event.EventBus;
import io.hotlens.app.llm.Model;
import io.hotlens.app.llm.RunModels;
import io.hotlens.app.loop.Budget;
import io.hotlens.app.model.ModelChoice;
import io.hotlens.app.notification.NotificationBook;
import io.hotlens.app.operator.Operator;
import io.hotlens.app.operator.OperatorEvent;
import io.hotlens.app.operator.OperatorReport;
import io.hotlens.app.operator.OperatorRequest;
import io.hotlens.app.operator.OperatorRun;
import io.hotlens.app.operator.OperatorStatus;
import io.hotlens.app.sandbox.LuaBridge;
import io.hotlens.app.sandbox.LuaOutcome;
import io.hotlens.app.telemetry.Telemetry;
import io.hotlens.app.telemetry.TelemetryFeed;
import io.hotlens.app.trace.Ids;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.skills.monitor.Monitor;
import io.hotlens.skills.sampling.History;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.skill.LiveSkill;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.skill.Snapshot;
import io.hotlens.skills.target.Capabilities;
import io.hotlens.skills.target.ConnectionCost;
import io.hotlens.skills.target.ConnectionState;
import io.hotlens.skills.target.TargetException;
import io.hotlens.skills.target.TargetInfo;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A session over a connection.
final class LiveSession implements Session {

    private static final SkillId BASE = new SkillId("base");
    private static final Duration OPERATOR_TIME = Duration.ofMinutes(5);

    private final TargetLink link;
    private final Engine engine;
    private final Consent consent;
    private final SessionEgress egress;
    private final LiveInvestigations investigations;
    private final TelemetryFeed flightEvents;
    private final MonitorDesk monitor;

    LiveSession(
            TargetLink link,
            Engine engine,
            Consent consent,
            SessionEgress egress,
            MonitorDesk.Setup monitor) {
        this.link = link;
        this.engine = engine;
        this.consent = consent;
        this.egress = egress;
        this.investigations = new LiveInvestigations(engine, link.connection().info());
        this.flightEvents = Telemetry.flightEvents(engine.bus());
        this.monitor =
                new MonitorDesk(monitor, link.monitor(), engine, investigations, this::snapshot);
    }

    @Override
    public TargetInfo target() {
        return link.connection().info();
    }

    @Override
    public ConnectionState state() {
        return link.connection().state();
    }

    @Override
    public Capabilities capabilities() {
        return link.connection().capabilities();
    }

    @Override
    public ConnectionCost cost() {
        return link.connection().cost();
    }

    @Override
    public void look() {
        link.connection().attention().look();
    }

    @Override
    public EventBus events() {
        return engine.bus();
    }

    @Override
    public History history() {
        return link.history();
    }

    @Override
    public List<SkillView> skills() {
        return engine.skills();
    }

    @Override
    public Investigations investigations() {
        return investigations;
    }

    @Override
    public NotificationBook notifications() {
        return engine.book();
    }

    @Override
    public FollowUps followUps() {
        return engine.followUps();
    }

    @Override
    public Monitor monitor() {
        return link.monitor();
    }

    @Override
    public Consent consent() {
        return consent;
    }

    @Override
    public SessionEgress egress() {
        return egress;
    }

    @Override
    public List<String> usualModels() {
        RunModels models = engine.models().apply(new ModelChoice.Usual());
        return Stream.of(models.coordinator(), models.operator())
                .map(Model::name)
                .filter(name -> !name.equals(Model.RULES))
                .distinct()
                .toList();
    }

    @Override
    public LuaOutcome lua(Optional<SkillId> skill, String code) {
        Set<SkillId> visible = new LinkedHashSet<>();
        skill.ifPresentOrElse(
                id -> {
                    visible.add(BASE);
                    visible.add(usable(id));
                },
                () -> link.live().forEach(live -> visible.add(live.skill().id())));
        var grant = new Grant(Impact.LOW, PauseBudget.usual());
        var bridge =
                new LuaBridge(
                        engine.bench().gateway().callbacks(visible).stream()
                                .map(Callback::name)
                                .toList(),
                        (name, arguments) -> engine.bench().gateway().call(grant, name, arguments));
        try {
            return engine.bench().sandbox().run(code, bridge);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new LuaOutcome.Failure(
                    "the script was stopped: it was cancelled",
                    0,
                    List.of(),
                    List.of(),
                    Duration.ZERO);
        }
    }

    @Override
    public LuaOutcome playbook(SkillId skill) {
        String code =
                live(skill)
                        .skill()
                        .playbook()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "the skill '" + skill + "' has no playbook"));
        return lua(Optional.of(skill), code);
    }

    @Override
    public Snapshot snapshot(SkillId skill) {
        usable(skill);
        look();
        try {
            return new Snapshot(
                    Ids.shortId(),
                    skill,
                    engine.bench().clock().instant(),
                    engine.bench().gateway().read(skill));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetException.TimedOut("the snapshot was interrupted", e);
        }
    }

    private SkillId usable(SkillId skill) {
        return live(skill).skill().id();
    }

    private LiveSkill live(SkillId skill) {
        return link.live().stream()
                .filter(live -> live.skill().id().equals(skill))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "there is no usable skill '" + skill + "'"));
    }

    @Override
    public List<OperatorStatus> operators() {
        return engine.operators().values().stream().map(Operator::status).toList();
    }

    @Override
    public OperatorReport runOperator(SkillId skill, String reason, Impact allowed)
            throws InterruptedException {
        OperatorRun run = runOperatorAsync(skill, reason, allowed, _ -> {});
        try {
            return run.await();
        } catch (InterruptedException e) {
            run.cancel();
            throw e;
        }
    }

    @Override
    public OperatorRun runOperatorAsync(
            SkillId skill, String reason, Impact allowed, Consumer<OperatorEvent> listener) {
        return start(skill, reason, allowed, Budget.within(OPERATOR_TIME), listener);
    }

    @Override
    public OperatorRun watch(SkillId skill, String reason, Consumer<OperatorEvent> listener) {
        return start(skill, reason, Impact.LOW, Budget.unbounded(), listener);
    }

    private OperatorRun start(
            SkillId skill,
            String reason,
            Impact allowed,
            Budget budget,
            Consumer<OperatorEvent> listener) {
        Operator operator = engine.operators().get(skill);
        if (operator == null) {
            throw new IllegalArgumentException(
                    "there is no operator for the skill '" + skill + "'");
        }
        InvestigationId id = InvestigationId.random();
        return operator.start(
                new OperatorRequest(
                        id,
                        reason,
                        new Grant(allowed, PauseBudget.usual()),
                        budget,
                        engine.modelsOrFailing(new ModelChoice.Usual()),
                        event -> {
                            if (event.step()
                                    instanceof OperatorEvent.NotificationSent(var notification)) {
                                engine.book().add(notification);
                            }
                            engine.bus().publish(new AppEvent.FromOperator(event.at(), id, event));
                            listener.accept(event);
                        }));
    }

    @Override
    public void close() {
        monitor.close();
        engine.followUps().close();
        investigations.close();
        engine.operators().values().forEach(Operator::close);
        link.close();
        flightEvents.close();
    }
}
