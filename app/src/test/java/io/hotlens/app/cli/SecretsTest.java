package io.hotlens.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.event.EventBus;
import io.hotlens.app.fixture.Canaries;
import io.hotlens.app.investigation.InvestigationRequest;
import io.hotlens.app.model.ModelChoice;
import io.hotlens.app.report.InvestigationJson;
import io.hotlens.app.session.Session;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.skills.data.Json;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.target.JvmAddress;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What is shown to the user on this side: paths and hosts may be seen, passwords, tokens and keys
/// may not.
@Tag("patient")
@Execution(ExecutionMode.CONCURRENT)
@Timeout(200)
final class SecretsTest {

    static List<Jdk> jdks() {
        return Jdk.supported();
    }

    @ParameterizedTest(name = "on {0}")
    @MethodSource("jdks")
    void noSecretIsShownOrPublished(Jdk jdk, @TempDir Path folder) throws Exception {
        try (Patient patient = Canaries.start(jdk, folder);
                Session session =
                        new SessionFactory()
                                .open(
                                        new JvmAddress.LocalProcess(patient.pid()),
                                        Optional.empty());
                EventBus.Reader reader = session.events().reader()) {
            var investigation =
                    session.investigations()
                            .start(
                                    new InvestigationRequest(
                                            "errors",
                                            Set.of(
                                                    new SkillId("logger"),
                                                    new SkillId("exceptions")),
                                            Duration.ofSeconds(60),
                                            Impact.LOW,
                                            new ModelChoice.Rules()))
                            .await();
            var options = session.lua(Optional.empty(), "return jvm_get_system().arguments");

            String json = Json.write(InvestigationJson.of(investigation, List.of()));
            String events =
                    reader.drain(Integer.MAX_VALUE).stream()
                            .map(AppEvent::toString)
                            .collect(Collectors.joining("\n"));
            assertTrue(json.contains("Canary Goldfinch"), json);
            assertTrue(options.toString().contains("canary-db.internal"), options::toString);
            for (String shown : List.of(json, events, options.toString())) {
                assertFalse(shown.contains("canarysecret"), () -> around(shown));
            }
            assertEquals(0, reader.lost());
        }
    }

    private static String around(String shown) {
        int at = shown.indexOf("canarysecret");
        return shown.substring(Math.max(0, at - 300), Math.min(shown.length(), at + 60));
    }
}
