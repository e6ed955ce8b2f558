package io.hotlens.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.fixture.FakeSkill;
import io.hotlens.app.fixture.FakeTarget;
import io.hotlens.app.insight.Confidence;
import io.hotlens.app.insight.CorrelationType;
import io.hotlens.app.insight.Insight;
import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.investigation.InvestigationRequest;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.settings.ConfigFolder;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.target.JvmAddress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.nio.file.Path;
import java.util.List;

@Timeout(60)
final class ThinWholeTest {

    private static final ConfigFolder NO_CONFIG = new ConfigFolder(Path.of("no-such-folder"));

    private static Investigation investigate(Skill... skills) throws InterruptedException {
        try (Session session = open(skills)) {
            return session.investigations().start(InvestigationRequest.of("it is slow")).await();
        }
    }

    private static Session open(Skill... skills) {
        return new SessionFactory(
                        _ -> new FakeTarget(), new SkillCatalog(List.of(skills)), NO_CONFIG)
                .open(new JvmAddress.ThisJvm());
    }

    @Test
    void leakThatCausesCollectionsIsOneInsightWithTheLeakAtItsRoot() throws Exception {
        Investigation found =
                investigate(
                        FakeSkill.of(
                                "heap",
                                """
                                finding{type = "heap_leak", severity = "critical", certain = true,
                                  observation = "the live set grew 12 MB/min over 60 s",
                                  hypothesis = "objects may be retained"}
                                """),
                        FakeSkill.of(
                                "gc",
                                """
                                finding{type = "gc_overhead", certain = true,
                                  observation = "40 % of the time went into collections"}
                                """));

        assertEquals(new Outcome.Completed(), found.outcome());
        assertEquals(1, found.insights().size());
        Insight insight = found.insights().getFirst();
        assertEquals("heap_leak", insight.rootCause().type());
        assertEquals(CorrelationType.CAUSAL, insight.correlationType());
        assertEquals(Confidence.HIGH, insight.confidence());
        assertTrue(insight.hypothesisGrounded());
        assertEquals(2, insight.notificationIds().size());
        assertEquals(1, insight.links().size());
    }

    @Test
    void healthyTargetStaysSilent() throws Exception {
        Investigation found = investigate(FakeSkill.of("gc", "return 1"));

        assertEquals(new Outcome.Completed(), found.outcome());
        assertEquals(List.of(), found.insights());
        assertEquals(List.of(), found.notifications());
    }

    @Test
    void notificationsOfAnInsightAreResolved() throws Exception {
        try (Session session =
                open(
                        FakeSkill.of(
                                "threads",
                                "finding{type='deadlock', certain=true, observation='a waits for"
                                        + " b'}"))) {
            session.investigations().start(InvestigationRequest.of("stuck")).await();

            assertEquals(
                    List.of(NotificationStatus.RESOLVED),
                    session.notifications().all().stream().map(e -> e.status()).toList());
        }
    }
}
