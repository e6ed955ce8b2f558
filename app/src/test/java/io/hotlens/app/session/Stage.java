package io.hotlens.app.session;

import io.hotlens.app.chat.Chat;
import io.hotlens.app.event.AppEvent;
import io.hotlens.app.event.EventBus;
import io.hotlens.app.fixture.Bench;
import io.hotlens.app.fixture.FakeSkill;
import io.hotlens.app.fixture.FakeTarget;
import io.hotlens.app.insight.CausalModel;
import io.hotlens.app.insight.InsightReview;
import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.investigation.InvestigationRequest;
import io.hotlens.app.investigation.Strategy;
import io.hotlens.app.llm.ChatClient;
import io.hotlens.app.llm.Model;
import io.hotlens.app.llm.Reply;
import io.hotlens.app.llm.RetryPolicy;
import io.hotlens.app.llm.RunModels;
import io.hotlens.app.llm.ToolSpec;
import io.hotlens.app.llm.Transcript;
import io.hotlens.app.model.ModelChoice;
import io.hotlens.app.monitor.MonitorChoices;
import io.hotlens.app.notification.NotificationBook;
import io.hotlens.app.operator.Operator;
import io.hotlens.app.operator.Workbench;
import io.hotlens.app.rules.RulesModel;
import io.hotlens.app.trace.Ids;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.skills.monitor.Baseline;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.skill.Snapshot;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Real investigations of one skill whose coordinator and operator follow a script.
public final class Stage implements AutoCloseable {

    private final Bench bench;
    private final EventBus bus = new EventBus();
    private final Engine engine;
    private final LiveInvestigations investigations;
    private volatile boolean broken;

    /// One of the two, by the tools that are offered; who coordinates also answers questions.
    private record Cast(ChatClient coordinator, ChatClient operator) implements ChatClient {

        private static final Set<String> COORDINATES =
                Set.of("produce_insight", "classify", "answer");

        @Override
        public Reply ask(Transcript transcript, List<ToolSpec> tools) throws InterruptedException {
            boolean coordinates = tools.stream().anyMatch(t -> COORDINATES.contains(t.name()));
            return (coordinates ? coordinator : operator).ask(transcript, tools);
        }
    }

    public Stage(ChatClient coordinator, ChatClient operator, FakeSkill skill, int iterations) {
        bench = new Bench(skill);
        Workbench workbench = bench.workbench();
        InstantSource clock = InstantSource.system();
        var book =
                new NotificationBook(
                        (id, status) ->
                                bus.publish(
                                        new AppEvent.NotificationChanged(
                                                clock.instant(), id, status)));
        engine =
                new Engine(
                        workbench,
                        Map.of(skill.id(), new Operator(skill, workbench)),
                        List.of(),
                        book,
                        new InsightReview(CausalModel.builtIn()),
                        bus,
                        new FollowUps(clock),
                        choice -> models(choice, coordinator, operator, iterations));
        investigations = new LiveInvestigations(engine, new FakeTarget().info());
    }

    private RunModels models(
            ModelChoice choice, ChatClient coordinator, ChatClient operator, int iterations) {
        if (broken) {
            throw new IllegalArgumentException("settings.json has no client 'mine'");
        }
        return RunModels.all(
                choice instanceof ModelChoice.Rules
                        ? Model.rules(new RulesModel(Map.of(), CausalModel.builtIn()))
                        : new Model(
                                "acme:thinker-1",
                                new Cast(coordinator, operator),
                                new RetryPolicy(List.of(Duration.ZERO, Duration.ZERO), _ -> {})),
                iterations);
    }

    /// From now on there are no models, as with settings without the client.
    void breakSettings() {
        broken = true;
    }

    Investigation newest() {
        return investigations.past().getFirst();
    }

    public EventBus bus() {
        return bus;
    }

    public Investigations.Handle investigate(String reason) {
        return investigations.start(InvestigationRequest.of(reason));
    }

    public Chat chat(InvestigationId id) {
        return investigations.chat(id);
    }

    public List<Investigations.Handle> running() {
        return investigations.running();
    }

    /// Under the monitor, with what was learned before.
    public WatchedStage watch(MonitorChoices choices, List<Baseline> learned) {
        return new WatchedStage(engine, investigations, choices, learned, this::snapshot);
    }

    private Snapshot snapshot(SkillId skill) {
        try {
            return new Snapshot(
                    Ids.shortId(),
                    skill,
                    engine.bench().clock().instant(),
                    engine.bench().gateway().read(skill));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// By a pipeline.
    public Investigations.Handle hurry(String reason) {
        InvestigationRequest usual = InvestigationRequest.of(reason);
        return investigations.start(
                new InvestigationRequest(
                        reason,
                        usual.skills(),
                        usual.timeout(),
                        usual.allowed(),
                        usual.model(),
                        Strategy.PIPELINE));
    }

    @Override
    public void close() {
        engine.followUps().close();
        investigations.close();
        engine.operators().values().forEach(Operator::close);
        bench.close();
    }
}
