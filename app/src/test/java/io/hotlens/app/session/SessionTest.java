package io.hotlens.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.fixture.FakeSkill;
import io.hotlens.app.fixture.FakeTarget;
import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.investigation.InvestigationRequest;
import io.hotlens.app.model.ModelChoice;
import io.hotlens.app.operator.HealthState;
import io.hotlens.app.operator.OperatorReport;
import io.hotlens.app.sandbox.LuaOutcome;
import io.hotlens.app.settings.ConfigFolder;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.Cost;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.skill.Snapshot;
import io.hotlens.skills.target.JvmAddress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

@Timeout(60)
final class SessionTest {

    private static final ConfigFolder NO_CONFIG = new ConfigFolder(Path.of("no-such-folder"));

    private static final SkillId GC = new SkillId("gc");
    private static final String LEAK =
            "finding{type='heap_leak', certain=true, severity='critical', observation='grew'}";

    private final FakeTarget target = new FakeTarget();

    private Session open(Skill... skills) {
        return new SessionFactory(_ -> target, new SkillCatalog(List.of(skills)), NO_CONFIG)
                .open(new JvmAddress.ThisJvm());
    }

    private static Investigation investigate(Session session) throws InterruptedException {
        return session.investigations().start(InvestigationRequest.of("it is slow")).await();
    }

    /// Found on the given looks only; the first is 1.
    private static FakeSkill foundOnLooks(Integer... looks) {
        var look = new AtomicInteger();
        return FakeSkill.of(
                        "gc",
                        "if gc_found() then finding{type='gc_overhead', observation='busy'} end"
                                + " look_again(100)")
                .answering(
                        "gc_found", _ -> Data.of(List.of(looks).contains(look.incrementAndGet())));
    }

    @Test
    void findingSeenOnceOnlyIsNotReported() throws Exception {
        try (Session session = open(foundOnLooks(2))) {
            Investigation found = investigate(session);

            assertEquals(List.of(), found.notifications());
            assertEquals(new Outcome.Completed(), found.outcome());
        }
    }

    @Test
    void findingSeenTwiceIsReportedOnceAndCitesASnapshotOfItsRun() throws Exception {
        try (Session session = open(foundOnLooks(1, 3, 4))) {
            Investigation found = investigate(session);

            assertEquals(1, found.notifications().size());
            List<String> taken =
                    found.operators().getFirst().snapshots().stream().map(Snapshot::id).toList();
            assertTrue(taken.containsAll(found.notifications().getFirst().snapshotIds()));
            assertEquals(HealthState.WARNING, found.operators().getFirst().state());
        }
    }

    @Test
    void playbookThatFailsIsNamedAsUnseenAndNothingIsClaimed() throws Exception {
        try (Session session = open(FakeSkill.of("gc", "return nil + 1"))) {
            Investigation found = investigate(session);

            assertEquals(List.of(), found.insights());
            assertTrue(
                    found.unseen().getFirst().startsWith("gc: the last script failed: "),
                    () -> found.unseen().toString());
        }
    }

    @Test
    void refusedCallIsToldAndTheInvestigationGoesOn() throws Exception {
        FakeSkill heavy =
                FakeSkill.of(
                                "gc",
                                "if not pcall(gc_dump) then finding{type='heap_leak', certain=true,"
                                        + " observation='grew'} end")
                        .answering(
                                Callback.of("gc_dump", "dumps.", "x", "x").costing(Impact.HEAVY),
                                Cost.heavy(Duration.ofSeconds(3), "8 GB"),
                                _ -> Data.of(1));
        try (Session session = open(heavy);
                var events = session.events().reader()) {
            Investigation found = investigate(session);

            assertEquals(1, found.insights().size());
            assertEquals(
                    List.of(
                            "gc: gc_dump: needs consent: gc_dump() would load the target heavily (8"
                                    + " GB)"),
                    found.unseen());
            assertTrue(
                    events.drain(10_000).stream()
                            .anyMatch(
                                    e ->
                                            e instanceof AppEvent.CallAudited audited
                                                    && !audited.allowed()));
        }
    }

    @Test
    void onlyTheNamedSkillsAreAsked() throws Exception {
        try (Session session = open(FakeSkill.of("gc", LEAK), FakeSkill.of("heap", LEAK))) {
            Investigation found =
                    session.investigations()
                            .start(
                                    new InvestigationRequest(
                                            "slow",
                                            Set.of(GC),
                                            Duration.ofSeconds(20),
                                            Impact.LOW,
                                            new ModelChoice.Usual()))
                            .await();

            assertEquals(
                    List.of(GC), found.operators().stream().map(OperatorReport::skill).toList());
        }
    }

    @Test
    void luaSeesTheCallbacksOfOneSkillOrOfAll() {
        FakeSkill base = FakeSkill.lending("base").answering("get_current_time", _ -> Data.of(5));
        FakeSkill gc =
                FakeSkill.of("gc", "return gc_stats()").answering("gc_stats", _ -> Data.of(7));
        FakeSkill heap = FakeSkill.of("heap", "return 1").answering("heap_size", _ -> Data.of(9));
        try (Session session = open(base, gc, heap)) {
            String all = "return get_current_time(), gc_stats(), heap_size()";
            assertEquals(
                    Data.items(List.of(Data.of(5), Data.of(7), Data.of(9))),
                    ((LuaOutcome.Value) session.lua(Optional.empty(), all)).result());
            assertInstanceOf(LuaOutcome.Failure.class, session.lua(Optional.of(GC), all));
            assertEquals(Data.of(7), ((LuaOutcome.Value) session.playbook(GC)).result());
            assertEquals(2, session.operators().size());
        }
    }

    @Test
    void snapshotReadsTheMetricsNow() {
        try (Session session = open(FakeSkill.of("gc", "return 1").reading(() -> Reading.of(42)))) {
            assertEquals(
                    List.of(Reading.of(42)), List.copyOf(session.snapshot(GC).readings().values()));
            assertThrows(
                    IllegalArgumentException.class, () -> session.snapshot(new SkillId("magic")));
        }
    }
}
