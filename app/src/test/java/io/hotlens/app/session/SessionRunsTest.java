package io.hotlens.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.fixture.Eventually;
import io.hotlens.app.fixture.FakeSkill;
import io.hotlens.app.fixture.FakeTarget;
import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.investigation.InvestigationRequest;
import io.hotlens.app.model.ModelChoice;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.operator.HealthState;
import io.hotlens.app.operator.OperatorReport;
import io.hotlens.app.operator.OperatorRun;
import io.hotlens.app.settings.ConfigFolder;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.target.JvmAddress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

@Timeout(60)
final class SessionRunsTest {

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

    @Test
    void twoInvestigationsRunAtOnceAndKeepTheirFindingsApart() throws Exception {
        try (Session session = open(FakeSkill.of("gc", LEAK), FakeSkill.of("heap", LEAK))) {
            Investigations.Handle one =
                    session.investigations().start(InvestigationRequest.of("one"));
            Investigations.Handle two =
                    session.investigations().start(InvestigationRequest.of("two"));

            Investigation first = one.await();
            Investigation second = two.await();

            for (Investigation found : List.of(first, second)) {
                assertEquals(new Outcome.Completed(), found.outcome());
                assertEquals(2, found.notifications().size());
                assertEquals(1, found.insights().size());
                assertTrue(
                        found.notifications().stream()
                                .allMatch(n -> n.investigation().equals(found.id())));
            }
            assertEquals(2, session.investigations().past().size());
            assertEquals(List.of(), session.investigations().running());
        }
    }

    @Test
    void cancelEndsAnInvestigationWithinATenthOfASecond() throws Exception {
        var looking = new CountDownLatch(1);
        FakeSkill slow =
                FakeSkill.of("gc", "gc_begin() look_again(30000)")
                        .answering(
                                "gc_begin",
                                _ -> {
                                    looking.countDown();
                                    return Data.NOTHING;
                                });
        try (Session session = open(slow)) {
            Investigations.Handle handle =
                    session.investigations().start(InvestigationRequest.of("slow"));
            looking.await();
            long start = System.nanoTime();

            handle.cancel();
            Investigation found = handle.await();

            long ms = Duration.ofNanos(System.nanoTime() - start).toMillis();
            assertTrue(ms < 300, () -> "it took " + ms + " ms");
            assertEquals(new Outcome.Cancelled(), found.outcome());
            assertEquals(new Outcome.Cancelled(), found.operators().getFirst().outcome());
            Eventually.holds(() -> session.operators().stream().noneMatch(o -> o.running()));
        }
    }

    @Test
    void deadlineGivesWhatWasFoundUntilThen() throws Exception {
        FakeSkill slow = FakeSkill.of("heap", "look_again(60000)");
        try (Session session = open(FakeSkill.of("gc", LEAK), slow)) {
            Investigation found =
                    session.investigations()
                            .start(
                                    new InvestigationRequest(
                                            "slow",
                                            Set.of(),
                                            Duration.ofSeconds(4),
                                            Impact.LOW,
                                            new ModelChoice.Usual()))
                            .await();

            assertEquals(new Outcome.Truncated("4 s"), found.outcome());
            assertEquals(1, found.insights().size());
            assertEquals("heap_leak", found.insights().getFirst().rootCause().type());
            assertInstanceOf(Outcome.Truncated.class, found.operators().getLast().outcome());
        }
    }

    @Test
    void operatorRunsWithoutACoordinator() throws Exception {
        try (Session session = open(FakeSkill.of("gc", LEAK))) {
            OperatorReport report = session.runOperator(GC, "by hand", Impact.LOW);

            assertEquals(HealthState.CRITICAL, report.state());
            assertEquals(
                    NotificationStatus.UNREAD, session.notifications().all().getFirst().status());
        }
    }

    @Test
    void watchLooksAgainUntilItIsCancelled() throws Exception {
        var found = new CountDownLatch(1);
        try (Session session = open(FakeSkill.of("gc", LEAK))) {
            OperatorRun run =
                    session.watch(
                            GC,
                            "keep an eye on it",
                            event -> {
                                if (event.step().toString().startsWith("Waiting")) {
                                    found.countDown();
                                }
                            });
            found.await();

            assertTrue(run.report().isEmpty());
            run.cancel();
            assertEquals(new Outcome.Cancelled(), run.await().outcome());
            assertEquals(1, session.notifications().all().size());
        }
    }

    @Test
    void closeEndsEverythingAtOnce() throws Exception {
        var looking = new CountDownLatch(1);
        FakeSkill slow =
                FakeSkill.of("gc", "gc_begin() while true do end")
                        .answering(
                                "gc_begin",
                                _ -> {
                                    looking.countDown();
                                    return Data.NOTHING;
                                });
        Session session = open(slow);
        Investigations.Handle handle =
                session.investigations().start(InvestigationRequest.of("slow"));
        looking.await();
        long start = System.nanoTime();

        session.close();

        assertTrue(System.nanoTime() - start < Duration.ofMillis(300).toNanos());
        assertEquals(new Outcome.Cancelled(), handle.await().outcome());
        assertTrue(target.isClosed());
        assertFalse(session.state().isConnected());
    }

    @Test
    void everyStepIsAnEventAndTheEndComesLast() throws Exception {
        try (Session session = open(FakeSkill.of("gc", LEAK));
                var events = session.events().reader()) {
            Investigation found = investigate(session);
            Eventually.holds(() -> session.investigations().running().isEmpty());

            List<AppEvent> all = events.await(Duration.ofSeconds(1));
            assertInstanceOf(AppEvent.InvestigationStarted.class, all.getFirst());
            assertTrue(
                    all.stream()
                            .anyMatch(
                                    e ->
                                            e
                                                            instanceof
                                                            AppEvent.NotificationChanged(
                                                                    _,
                                                                    var id,
                                                                    var status)
                                                    && id.equals(
                                                            found.notifications().getFirst().id())
                                                    && status == NotificationStatus.RESOLVED));
        }
    }
}
