package io.hotlens.app.coordinator;

import io.hotlens.app.fixture.Bench;
import io.hotlens.app.fixture.FakeSkill;
import io.hotlens.app.insight.CausalModel;
import io.hotlens.app.insight.InsightReview;
import io.hotlens.app.llm.ChatClient;
import io.hotlens.app.llm.Model;
import io.hotlens.app.llm.RetryPolicy;
import io.hotlens.app.llm.RunModels;
import io.hotlens.app.loop.Budget;
import io.hotlens.app.notification.NotificationBook;
import io.hotlens.app.operator.Operator;
import io.hotlens.app.rules.RulesModel;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.skill.SkillId;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/// A coordinator over the skill `gc`, whose operator follows its playbook.
final class Scene implements AutoCloseable {

    static final FakeSkill GC =
            FakeSkill.of(
                    "gc",
                    "finding{type='gc_overhead', certain=true, observation='40 % in collections'}");

    static final SkillId GC_ID = new SkillId("gc");

    final Bench bench;
    final NotificationBook book = new NotificationBook((_, _) -> {});
    final List<CoordinatorEvent.Step> events = new CopyOnWriteArrayList<>();
    final Coordinator coordinator;

    Scene(ChatClient model) {
        this(
                model,
                GC,
                new RulesModel(Map.of(GC_ID, GC.playbook().orElseThrow()), CausalModel.builtIn()),
                0);
    }

    Scene(ChatClient model, FakeSkill skill, ChatClient operatorModel, int chain) {
        bench = new Bench(skill);
        var self = new AtomicReference<Coordinator>();
        InvestigationId id = InvestigationId.random();
        Budget budget = Budget.within(Duration.ofSeconds(20));
        var pool =
                new OperatorPool(
                        id,
                        Map.of(skill.id(), new Operator(skill, bench.workbench())),
                        Impact.LOW,
                        budget,
                        Bench.models(operatorModel),
                        event -> {
                            Coordinator owner = self.get();
                            if (owner != null) {
                                owner.onOperator(event);
                            }
                        });
        coordinator =
                new Coordinator(
                        new CoordinatorRequest(id, "it is slow", Set.of(), budget, chain),
                        new Coordinator.Equipment(
                                RunModels.all(new Model("scripted", model, RetryPolicy.NONE), 25),
                                new Desk(
                                        pool,
                                        book,
                                        new InsightReview(CausalModel.builtIn()),
                                        InstantSource.system()),
                                event -> events.add(event.step()),
                                InstantSource.system()));
        self.set(coordinator);
    }

    @Override
    public void close() {
        bench.close();
    }
}
