package io.hotlens.app.llm.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.access.CallbackGateway;
import io.hotlens.app.access.Consent;
import io.hotlens.app.access.Grant;
import io.hotlens.app.access.PauseBudget;
import io.hotlens.app.access.Redactor;
import io.hotlens.app.fixture.Canaries;
import io.hotlens.app.fixture.ScriptedModel;
import io.hotlens.app.llm.ChatClient;
import io.hotlens.app.llm.Model;
import io.hotlens.app.llm.Reply;
import io.hotlens.app.llm.RetryPolicy;
import io.hotlens.app.llm.RunModels;
import io.hotlens.app.llm.ToolSpec;
import io.hotlens.app.llm.Transcript;
import io.hotlens.app.loop.Budget;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.notification.NotificationView;
import io.hotlens.app.operator.Operator;
import io.hotlens.app.operator.OperatorReport;
import io.hotlens.app.operator.OperatorRequest;
import io.hotlens.app.operator.Workbench;
import io.hotlens.app.sandbox.LuaLimits;
import io.hotlens.app.sandbox.LuaSandbox;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.app.trace.Outcome;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.catalog.TargetSkills;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;
import io.hotlens.skills.patient.Chatterbox;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.skill.LiveSkill;
import io.hotlens.skills.skill.Parameter;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.target.Connector;
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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every callback of every skill on a patient that shows canaries everywhere: none of them reaches
/// the model.
@Tag("patient")
@Execution(ExecutionMode.CONCURRENT)
@Timeout(300)
final class EgressCanaryTest {

    private static final SkillId BASE = new SkillId("base");

    /// They find nothing before they have watched for a while, so they are asked twice.
    private static final Set<SkillId> WATCHING =
            Stream.of("logger", "exceptions", "ports")
                    .map(SkillId::new)
                    .collect(Collectors.toUnmodifiableSet());

    /// What callbacks ask for that has no default, as Lua.
    private static final Map<String, String> ARGUMENTS =
            Map.of(
                    "metric", "'gc.collections'",
                    "name", "''",
                    "pattern", "'*'",
                    "bean", "mbeans_find('shop', 10).items[1]",
                    "attribute", "'Region'",
                    "container", "''",
                    "type", "'IllegalArgumentException'",
                    "path", "'path-1'",
                    "method_filter", "'io.hotlens.skills.patient.Chatterbox::pause'");

    private final ScriptedModel model = new ScriptedModel();
    private final List<Transcript> summarized = new ArrayList<>();
    private final EgressLog log = new EgressLog(_ -> {});

    /// Quotes what it was told, as a summary would.
    private Reply summaries(Transcript asked, List<ToolSpec> tools) {
        summarized.add(asked);
        String told = asked.messages().getFirst().toString();
        return new Reply(List.of(), told.substring(0, Math.min(4_000, told.length())), Usage.NONE);
    }

    /// With a window that each skill's callbacks outgrow.
    private static Model guarded(Egress egress, ChatClient client) {
        return new Model(
                "scripted",
                egress.guard(client, "scripted", false),
                RetryPolicy.NONE,
                OptionalInt.of(6_000));
    }

    static List<Jdk> jdks() {
        return Jdk.supported();
    }

    @ParameterizedTest(name = "on {0}")
    @MethodSource("jdks")
    void noCanaryLeaves(Jdk jdk, @TempDir Path folder) throws Exception {
        var egress =
                new Egress(
                        new Egress.Setup(
                                Redactor.usual(),
                                () -> new EgressPolicy(EgressPolicy.Mode.AUTOMATIC, Set.of()),
                                EgressConsent.NOBODY,
                                log,
                                InstantSource.system()));
        var notifications = new ArrayList<Notification>();
        try (Patient patient = Canaries.start(jdk, folder);
                var connection = Connector.open(new JvmAddress.LocalProcess(patient.pid()));
                var target =
                        new TargetSkills(
                                connection, SkillCatalog.builtIn(), InstantSource.system())) {
            var gateway =
                    new CallbackGateway(
                            target.usable(), new Consent(), Redactor.usual(), _ -> {}, egress::saw);
            var bench =
                    new Workbench(
                            gateway, new LuaSandbox(LuaLimits.DEFAULT), InstantSource.system());
            var guarded = guarded(egress, model);
            var models =
                    new RunModels(
                            guarded,
                            guarded,
                            Optional.of(guarded(egress, this::summaries)),
                            guarded,
                            1);
            List<LiveSkill> watching = those(target, WATCHING::contains);
            List<LiveSkill> others = those(target, id -> !WATCHING.contains(id));
            notifications.addAll(examineAll(watching, bench, models));
            notifications.addAll(examineAll(others, bench, models));
            model.then("wait", "{\"ms\": 9000}");
            notifications.addAll(examineAll(watching, bench, models));
            egress.guard(model, "scripted", false)
                    .ask(
                            Transcript.of(
                                    "",
                                    Data.items(notifications.stream().map(this::view).toList())),
                            List.of());
        }
        assertWatched(notifications);
        model.asked().forEach(EgressCanaryTest::assertClean);
        summarized.forEach(EgressCanaryTest::assertClean);
        assertTrue(summarized.size() > 5, "summaries: " + summarized.size());
        log.entries().forEach(entry -> assertClean(entry.text()));
    }

    private static List<LiveSkill> those(TargetSkills target, Predicate<SkillId> wanted) {
        return target.usable().stream()
                .filter(
                        skill ->
                                wanted.test(skill.skill().id()) && !skill.skill().id().equals(BASE))
                .toList();
    }

    private Data view(Notification notification) {
        return NotificationView.of(notification, NotificationStatus.UNREAD);
    }

    private List<Notification> examineAll(List<LiveSkill> skills, Workbench bench, RunModels models)
            throws Exception {
        var told = new ArrayList<Notification>();
        for (LiveSkill skill : skills) {
            told.addAll(examine(skill, bench, models));
        }
        return told;
    }

    /// Lets an operator call all that the skill has, and report what its playbook finds.
    private List<Notification> examine(LiveSkill skill, Workbench bench, RunModels models)
            throws Exception {
        for (Callback callback : bench.gateway().callbacks(Set.of(skill.skill().id(), BASE))) {
            model.then("execute", code("return " + call(callback)));
        }
        Disguises.of(skill.skill().id())
                .ifPresent(disguise -> model.then("execute", code(disguise)));
        skill.skill().playbook().ifPresent(playbook -> model.then("execute", code(playbook)));
        model.then("take_snapshot", "{}");
        model.then("send_notification", EgressCanaryTest::report);
        OperatorReport report =
                new Operator(skill.skill(), bench)
                        .start(
                                new OperatorRequest(
                                        InvestigationId.random(),
                                        "alice.canary@example.com says /srv/canary-xyz is slow",
                                        new Grant(Impact.HEAVY, PauseBudget.usual()),
                                        Budget.of(100, Duration.ofMinutes(2)),
                                        models,
                                        _ -> {}))
                        .await();
        assertEquals(new Outcome.Completed(), report.outcome());
        return report.notifications();
    }

    private static String code(String code) {
        return Json.write(Data.fields().put("code", code).build());
    }

    private static String call(Callback callback) {
        return callback.parameters().stream()
                .filter(parameter -> parameter.fallback().isEmpty())
                .map(EgressCanaryTest::argument)
                .collect(Collectors.joining(", ", callback.name() + "(", ")"));
    }

    private static String argument(Parameter parameter) {
        return ARGUMENTS.getOrDefault(parameter.name(), "'x1'");
    }

    /// A notification in the words that the model was told.
    private static String report(Transcript told) {
        Data.Fields finding =
                told.results().reversed().stream()
                        .flatMap(r -> ((Data.Fields) r.result()).items("findings").stream())
                        .map(Data.Fields.class::cast)
                        .findFirst()
                        .orElse(Data.fields().put("observation", "nothing").build());
        String snapshot =
                told.results().stream()
                        .filter(r -> r.call().name().equals("take_snapshot"))
                        .flatMap(r -> ((Data.Fields) r.result()).text("id").stream())
                        .findFirst()
                        .orElse("none");
        return Json.write(
                Data.fields()
                        .put("type", "finding_of_the_test")
                        .put("context", finding.text("context").orElse(""))
                        .put("observation", finding.text("observation").orElse("nothing"))
                        .put("severity", "warning")
                        .put("snapshot_ids", List.of(Data.of(snapshot)))
                        .put("subject", finding.text("subject").orElse(""))
                        .put("evidence", finding.get("evidence").orElse(Data.NOTHING))
                        .build());
    }

    /// The canaries were there to be seen, and reached this side with their originals.
    private void assertWatched(List<Notification> notifications) {
        String all = notifications.toString();
        assertTrue(all.contains(Chatterbox.REFUSED.substring(0, 40)), all);
        assertTrue(all.contains("canary-xyz"), all);
    }

    private static void assertClean(Transcript asked) {
        asked.messages().forEach(message -> assertClean(message.toString()));
    }

    private static void assertClean(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int at = Math.max(lower.indexOf("canar"), lower.indexOf("goldfinch"));
        at = Math.max(at, lower.indexOf("203.0.113"));
        int from = Math.max(0, at - 300);
        int to = Math.min(text.length(), at + 200);
        assertFalse(at >= 0, at < 0 ? "" : text.substring(from, to));
    }
}
