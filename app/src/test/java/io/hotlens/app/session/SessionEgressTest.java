package io.hotlens.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.fixture.FakeSkill;
import io.hotlens.app.fixture.FakeTarget;
import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.investigation.InvestigationRequest;
import io.hotlens.app.llm.egress.EgressConsent;
import io.hotlens.app.llm.egress.EgressLog;
import io.hotlens.app.llm.egress.EgressPolicy;
import io.hotlens.app.llm.egress.EgressPreview;
import io.hotlens.app.llm.wire.Answer;
import io.hotlens.app.llm.wire.WireServer;
import io.hotlens.app.model.ModelChoice;
import io.hotlens.app.model.Wire;
import io.hotlens.app.settings.ConfigFolder;
import io.hotlens.app.settings.SettingsException;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.target.JvmAddress;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// Who is asked before a session sends something, and what is known of it afterwards.
@Timeout(60)
final class SessionEgressTest {

    @TempDir Path config;
    private final WireServer server =
            new WireServer(Wire.OPENAI, Answer.status(401, java.util.Map.of(), "{}"));
    private final List<EgressPreview> asked = new CopyOnWriteArrayList<>();
    private SessionFactory sessions = new SessionFactory();

    @BeforeEach
    void settle() throws IOException {
        settings("");
        sessions =
                new SessionFactory(
                        _ -> new FakeTarget(),
                        new SkillCatalog(List.of(FakeSkill.of("gc", "return 1"))),
                        new ConfigFolder(config));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void settings(String more) throws IOException {
        Files.writeString(
                config.resolve("settings.json"),
                """
                {"models": {"clients": {"mine": {"provider": "compatible", "model": "m",
                 "base_url": "%s", "attempts": 1}}}%s}
                """
                        .formatted(server.baseUrl(), more));
    }

    private Session open() {
        return sessions.open(new JvmAddress.ThisJvm());
    }

    private static Investigation investigate(Session session) throws InterruptedException {
        return session.investigations()
                .start(
                        new InvestigationRequest(
                                "it is slow",
                                Set.of(),
                                Duration.ofMinutes(1),
                                Impact.LOW,
                                new ModelChoice.Named("mine")))
                .await();
    }

    private EgressConsent answering(EgressConsent.Decision decision) {
        return new EgressConsent() {
            @Override
            public Decision decide(EgressPreview preview) {
                asked.add(preview);
                return decision;
            }

            @Override
            public boolean isAskedAboutNamedModels() {
                return true;
            }
        };
    }

    private static String why(Investigation ended) {
        return assertInstanceOf(Outcome.Failed.class, ended.outcome()).toString();
    }

    @Test
    void whereNobodyWatchesNamingAModelIsConsent() throws Exception {
        try (Session session = open()) {
            investigate(session);
            assertEquals(1, server.asked().size());
        }
    }

    @Test
    void whoWatchesIsAskedAboutANamedModelToo() throws Exception {
        try (Session session = open()) {
            session.egress().askWith(answering(EgressConsent.Decision.REFUSE));
            String why = why(investigate(session));
            assertEquals("compatible:m", asked.getFirst().model());
            assertTrue(why.contains("you did not agree"), why);
            assertEquals(List.of(), server.asked());
            assertEquals(List.of(), session.egress().log().entries());
        }
    }

    @Test
    void whatLeftIsToldAndKept() throws Exception {
        try (Session session = open()) {
            var told = new CopyOnWriteArrayList<EgressLog.Entry>();
            session.egress().askWith(answering(EgressConsent.Decision.SESSION));
            Runnable end = session.egress().follow(told::add);
            investigate(session);
            assertEquals(session.egress().log().entries(), told);
            assertTrue(told.getFirst().text().contains("it is slow"));
            end.run();
            investigate(session);
            assertEquals(1, told.size());
            assertEquals(2, session.egress().log().entries().size());
            assertEquals(1, asked.size());
        }
    }

    @Test
    void inTheAutomaticModeNobodyIsAsked() throws Exception {
        settings(", \"egress\": {\"mode\": \"automatic\"}");
        try (Session session = open()) {
            session.egress().askWith(answering(EgressConsent.Decision.REFUSE));
            investigate(session);
            assertEquals(List.of(), asked);
            assertEquals(1, server.asked().size());
        }
    }

    @Test
    void aCancelledRunTakesItsQuestionBack() throws Exception {
        try (Session session = open()) {
            var waiting = new CountDownLatch(1);
            var interrupted = new CountDownLatch(1);
            session.egress()
                    .askWith(
                            _ -> {
                                waiting.countDown();
                                try {
                                    new CountDownLatch(1).await();
                                    return EgressConsent.Decision.ONCE;
                                } finally {
                                    interrupted.countDown();
                                }
                            });
            settings(", \"egress\": {\"mode\": \"ask\"}");
            sessions.models()
                    .change(
                            s ->
                                    s.with(
                                            new io.hotlens.app.model.ModelCatalog(
                                                    s.models().clients(),
                                                    java.util.Optional.of("mine"),
                                                    java.util.Map.of())));
            var run = session.investigations().start(InvestigationRequest.of("it is slow"));
            waiting.await();
            run.cancel();
            interrupted.await();
            assertInstanceOf(Outcome.Cancelled.class, run.await().outcome());
            assertEquals(List.of(), server.asked());
        }
    }

    @Test
    void aTargetThatIsForbiddenStaysSoInLaterSessions() throws Exception {
        try (Session session = open()) {
            session.egress().forbid();
        }
        try (Session session = open()) {
            assertEquals("Fake", session.egress().target().value());
            assertEquals(EgressPolicy.Mode.NEVER, session.egress().policy().mode());
            String why = why(investigate(session));
            assertTrue(why.contains("nothing of this target may leave"), why);
            assertEquals(List.of(), server.asked());
        }
        assertEquals(EgressPolicy.DEFAULT, sessions.models().settings().egress().usual());
    }

    @Test
    void aFileThatCannotBeUnderstoodIsNotWrittenOver() throws Exception {
        Path file = config.resolve("settings.json");
        Files.writeString(file, "{\"egress\": 3}");
        try (Session session = open()) {
            assertEquals(EgressPolicy.Mode.NEVER, session.egress().policy().mode());
            assertThrows(SettingsException.class, () -> session.egress().forbid());
        }
        assertEquals("{\"egress\": 3}", Files.readString(file));
    }
}
