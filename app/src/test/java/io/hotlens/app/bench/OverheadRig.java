package io.hotlens.app.bench;

import io.hotlens.app.access.CallbackGateway;
import io.hotlens.app.access.Consent;
import io.hotlens.app.access.Redactor;
import io.hotlens.app.event.AppEvent;
import io.hotlens.app.event.EventBus;
import io.hotlens.app.fixture.Bench;
import io.hotlens.app.fixture.FakeSkill;
import io.hotlens.app.fixture.FakeTarget;
import io.hotlens.app.llm.Model;
import io.hotlens.app.llm.RunModels;
import io.hotlens.app.llm.egress.Egress;
import io.hotlens.app.llm.egress.EgressConsent;
import io.hotlens.app.llm.egress.EgressLog;
import io.hotlens.app.llm.egress.EgressPolicy;
import io.hotlens.app.loop.Budget;
import io.hotlens.app.operator.Operator;
import io.hotlens.app.operator.OperatorReport;
import io.hotlens.app.operator.OperatorRequest;
import io.hotlens.app.operator.Workbench;
import io.hotlens.app.sandbox.LuaLimits;
import io.hotlens.app.sandbox.LuaSandbox;
import io.hotlens.app.telemetry.Telemetry;
import io.hotlens.app.telemetry.TelemetryFeed;
import io.hotlens.app.telemetry.TelemetryOptions;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.catalog.TargetSkills;
import io.hotlens.skills.skill.Impact;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a session puts around an operator, over a target that costs nothing: gateway, sandbox, bus,
/// both feeds of telemetry and the egress to a provider. For one run.
final class OverheadRig implements AutoCloseable {

    private static final Duration TIME = Duration.ofMinutes(2);
    private static final InstantSource CLOCK = InstantSource.system();

    private final FakeSkill skill;
    private final TargetSkills target;
    private final EventBus bus = new EventBus();
    private final TelemetryFeed flightEvents = Telemetry.flightEvents(bus);
    private final Telemetry telemetry;
    private final Egress egress;
    private final Operator operator;

    /// @param lines where telemetry is written
    OverheadRig(FakeSkill skill, Path lines) throws IOException {
        this.skill = skill;
        this.target = new TargetSkills(new FakeTarget(), new SkillCatalog(List.of(skill)), CLOCK);
        this.telemetry =
                Telemetry.start(
                        bus, new TelemetryOptions(Optional.of(lines), Optional.empty()), _ -> {});
        var policy = new EgressPolicy(EgressPolicy.Mode.AUTOMATIC, Set.of());
        this.egress =
                new Egress(
                        new Egress.Setup(
                                Redactor.usual(),
                                () -> policy,
                                EgressConsent.NOBODY,
                                new EgressLog(_ -> {}),
                                CLOCK));
        var gateway =
                new CallbackGateway(
                        target.usable(), new Consent(), Redactor.usual(), _ -> {}, egress::saw);
        this.operator =
                new Operator(
                        skill, new Workbench(gateway, new LuaSandbox(LuaLimits.DEFAULT), CLOCK));
    }

    Egress egress() {
        return egress;
    }

    /// Runs to the end.
    ///
    /// @throws IllegalStateException when it was no complete run
    OperatorReport run(Model model, int iterations) throws InterruptedException {
        var id = InvestigationId.random();
        OperatorReport report =
                operator.start(
                                new OperatorRequest(
                                        id,
                                        "orders are slow",
                                        Bench.grant(Impact.LOW),
                                        Budget.of(iterations, TIME),
                                        RunModels.all(model, iterations),
                                        event ->
                                                bus.publish(
                                                        new AppEvent.FromOperator(
                                                                event.at(), id, event))))
                        .await();
        if (!report.outcome().equals(new Outcome.Completed())
                || report.iterations() != iterations
                || report.notifications().size() != 1) {
            throw new IllegalStateException("%s: %s".formatted(skill.id(), report));
        }
        return report;
    }

    @Override
    public void close() {
        telemetry.close();
        flightEvents.close();
        target.close();
    }
}
