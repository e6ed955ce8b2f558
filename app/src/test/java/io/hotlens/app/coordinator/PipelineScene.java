package io.hotlens.app.coordinator;

import io.hotlens.app.fixture.Bench;
import io.hotlens.app.fixture.FakeSkill;
import io.hotlens.app.fixture.ScriptedModel;
import io.hotlens.app.insight.CausalModel;
import io.hotlens.app.insight.InsightReview;
import io.hotlens.app.llm.LlmEvent;
import io.hotlens.app.llm.Model;
import io.hotlens.app.llm.RetryPolicy;
import io.hotlens.app.llm.RunModels;
import io.hotlens.app.loop.Budget;
import io.hotlens.app.loop.LoopEvent;
import io.hotlens.app.notification.NotificationBook;
import io.hotlens.app.operator.Operator;
import io.hotlens.app.rules.RulesModel;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.skill.SkillId;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/// A pipeline over skills whose operators follow their playbooks.
final class PipelineScene implements AutoCloseable {

    static final FakeSkill GC = Scene.GC;

    static final FakeSkill HEAP =
            FakeSkill.of(
                    "heap", "finding{type='heap_leak', certain=true, observation='9 MB a minute'}");

    static final FakeSkill HEALTHY = FakeSkill.of("threads", "return 1");

    /// Looks until it is stopped.
    static final FakeSkill SLOW = FakeSkill.of("system", "look_again(60000)");

    static final FakeSkill BROKEN =
            FakeSkill.of("jvm", "return 1")
                    .reading(
                            () -> {
                                throw new IllegalStateException("a bug of ours");
                            });

    final NotificationBook book = new NotificationBook((_, _) -> {});
    final List<CoordinatorEvent.Step> events = new CopyOnWriteArrayList<>();
    final Coordinator coordinator;
    private final Bench bench;

    /// What is run.
    record Run(ScriptedModel model, OptionalInt promptTokens, Duration time, Set<String> named) {

        static Run of(ScriptedModel model) {
            return new Run(
                    model, OptionalInt.of(50_000), Duration.ofSeconds(30), new LinkedHashSet<>());
        }

        Run within(Duration limit) {
            return new Run(model, promptTokens, limit, named);
        }

        Run naming(String skill) {
            return new Run(model, promptTokens, time, Set.of(skill));
        }

        Run reading(int tokens) {
            return new Run(model, OptionalInt.of(tokens), time, named);
        }
    }

    PipelineScene(Run run, FakeSkill... skills) {
        bench = new Bench(skills);
        var operators = new LinkedHashMap<SkillId, Operator>();
        var playbooks = new LinkedHashMap<SkillId, String>();
        for (FakeSkill skill : skills) {
            operators.put(skill.id(), new Operator(skill, bench.workbench()));
            playbooks.put(skill.id(), skill.playbook().orElseThrow());
        }
        var rules = new RulesModel(playbooks, CausalModel.builtIn());
        var self = new AtomicReference<Coordinator>();
        InvestigationId id = InvestigationId.random();
        Budget budget = Budget.of(Coordinator.PIPELINE_ITERATIONS, run.time());
        var pool =
                new OperatorPool(
                        id,
                        operators,
                        Impact.LOW,
                        budget,
                        Bench.models(rules),
                        event -> {
                            Coordinator owner = self.get();
                            if (owner != null) {
                                owner.onOperator(event);
                            }
                        });
        var named = new LinkedHashSet<SkillId>();
        run.named().forEach(skill -> named.add(new SkillId(skill)));
        coordinator =
                Coordinator.pipeline(
                        new CoordinatorRequest(id, "it is slow", named, budget, 0),
                        new Coordinator.Equipment(
                                RunModels.all(
                                        new Model(
                                                "acme:thinker-1",
                                                run.model(),
                                                RetryPolicy.NONE,
                                                run.promptTokens()),
                                        25),
                                new Desk(
                                        pool,
                                        book,
                                        new InsightReview(CausalModel.builtIn()),
                                        InstantSource.system()),
                                event -> events.add(event.step()),
                                InstantSource.system()),
                        rules);
        self.set(coordinator);
    }

    List<String> invoked() {
        return all(CoordinatorEvent.OperatorsInvoked.class).stream()
                .flatMap(event -> event.skills().stream())
                .map(SkillId::value)
                .toList();
    }

    List<String> thoughts() {
        return all(CoordinatorEvent.Thought.class).stream()
                .map(CoordinatorEvent.Thought::text)
                .toList();
    }

    /// The names of the models that were asked, one for each attempt.
    List<String> attempts() {
        return all(CoordinatorEvent.InLoop.class).stream()
                .map(CoordinatorEvent.InLoop::event)
                .filter(LoopEvent.Model.class::isInstance)
                .map(event -> ((LoopEvent.Model) event).event())
                .filter(LlmEvent.CallStarted.class::isInstance)
                .map(LlmEvent::model)
                .toList();
    }

    <E> List<E> all(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Override
    public void close() {
        bench.close();
    }
}
