package io.hotlens.app.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.event.EventBus;
import io.hotlens.app.fixture.Eventually;
import io.hotlens.app.fixture.FakeSkill;
import io.hotlens.app.fixture.FakeTarget;
import io.hotlens.app.fixture.ScriptedModel;
import io.hotlens.app.investigation.InvestigationRequest;
import io.hotlens.app.llm.LlmException;
import io.hotlens.app.operator.OperatorRun;
import io.hotlens.app.session.Investigations;
import io.hotlens.app.session.Session;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.app.session.Stage;
import io.hotlens.app.settings.ConfigFolder;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.Cost;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.target.ConnectionState;
import io.hotlens.skills.target.JvmAddress;
import io.hotlens.skills.target.TargetEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is declared is told, and what is told is declared, by investigations in which all of it
/// happens.
@Timeout(60)
final class TelemetryCatalogTest {

    private static final SkillId GC = new SkillId("gc");

    private final ConcurrentLinkedQueue<TelemetryEvent> seen = new ConcurrentLinkedQueue<>();

    private boolean saw(TelemetryName name) {
        return seen.stream().anyMatch(event -> event.name() == name);
    }

    @Test
    void everyDeclaredEventIsToldWithEveryFieldItDeclares() throws Exception {
        play();
        breakDown();
        outgrowTheModelAndRunOutOfIterations();
        cancel();
        hurry();
        askTheRules();
        queueUp();
        readTooSlowly();
        chat();
        MonitorPlay.play(seen::add);

        Set<String> declared = declared();
        Set<String> told = told();
        assertEquals(List.of(), told.stream().filter(t -> !declared.contains(t)).toList());
        assertEquals(List.of(), declared.stream().filter(d -> !told.contains(d)).toList());
    }

    /// Names, and names with each of their fields.
    private static Set<String> declared() {
        return Stream.of(TelemetryName.values())
                .flatMap(
                        name ->
                                lines(
                                        name,
                                        name.fields().stream().map(TelemetryField::word).toList()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> told() {
        return seen.stream()
                .flatMap(
                        event ->
                                Stream.concat(
                                        lines(event.name(), event.measurements().keySet()),
                                        lines(event.name(), event.metadata().values().keySet())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> lines(TelemetryName name, Collection<String> fields) {
        return Stream.concat(
                Stream.of(name.word()), fields.stream().map(field -> name.word() + " " + field));
    }

    private void play() {
        try (Stage stage = Play.stage();
                TelemetryFeed _ = Telemetry.subscribe(stage.bus(), seen::add)) {
            stage.investigate("it is slow");
            Eventually.holds(() -> saw(TelemetryName.COORDINATOR_SCHEDULED_REINVOKE));
            Eventually.holds(
                    () ->
                            seen.stream()
                                            .filter(
                                                    e ->
                                                            e.name()
                                                                    == TelemetryName
                                                                            .INVESTIGATION_ENDED)
                                            .count()
                                    == 2);
        }
    }

    private void investigate(
            ScriptedModel coordinator, ScriptedModel operator, FakeSkill skill, int iterations)
            throws InterruptedException {
        try (Stage stage = new Stage(coordinator, operator, skill, iterations);
                TelemetryFeed _ = Telemetry.subscribe(stage.bus(), seen::add)) {
            stage.investigate("it is slow").await();
        }
    }

    private static ScriptedModel sendingOut() {
        return new ScriptedModel()
                .then("invoke_operators", "{\"skills\": [\"gc\"]}")
                .then("wait", "{\"ms\": 10000}");
    }

    private void breakDown() throws InterruptedException {
        FakeSkill broken =
                FakeSkill.of("gc", "return 1")
                        .reading(
                                () -> {
                                    throw new IllegalStateException("a bug of ours");
                                });
        investigate(
                sendingOut()
                        .then(
                                _ -> {
                                    throw new LlmException.Fatal("the key is wrong");
                                }),
                new ScriptedModel().then("take_snapshot", ""),
                broken,
                100);
    }

    private void outgrowTheModelAndRunOutOfIterations() throws InterruptedException {
        var thinking = new ScriptedModel();
        String thought = Json.write(Data.fields().put("thought", "hm ".repeat(10_000)).build());
        for (int i = 0; i < 60; i++) {
            thinking.then("think", thought);
        }
        investigate(sendingOut(), thinking, FakeSkill.of("gc", "return 1"), 2);
    }

    private void cancel() throws InterruptedException {
        var hanging = new CountDownLatch(2);
        var coordinator =
                new ScriptedModel()
                        .then("invoke_operators", "{\"skills\": [\"gc\"]}")
                        .thenHanging(hanging);
        var operator = new ScriptedModel().thenHanging(hanging);
        try (Stage stage = new Stage(coordinator, operator, FakeSkill.of("gc", "return 1"), 100);
                TelemetryFeed _ = Telemetry.subscribe(stage.bus(), seen::add)) {
            Investigations.Handle handle = stage.investigate("it is slow");
            hanging.await();
            handle.cancel();
            handle.await();
        }
    }

    private void hurry() throws InterruptedException {
        var coordinator =
                new ScriptedModel()
                        .then("classify", "{\"intent\": \"check\", \"skills\": [\"gc\"]}")
                        .then("done", "");
        var operator =
                new ScriptedModel()
                        .then("take_snapshot", "")
                        .then("send_notification", t -> Play.finding(Play.snapshot(t)));
        try (Stage stage = new Stage(coordinator, operator, FakeSkill.of("gc", "return 1"), 100);
                TelemetryFeed _ = Telemetry.subscribe(stage.bus(), seen::add)) {
            stage.hurry("it is slow").await();
            assertEquals(2, coordinator.asked().size());
        }
    }

    private static Session open(FakeTarget target, FakeSkill skill) {
        return new SessionFactory(
                        _ -> target,
                        new SkillCatalog(List.of(skill)),
                        new ConfigFolder(Path.of("no-such-folder")))
                .open(new JvmAddress.ThisJvm());
    }

    private void askTheRules() throws InterruptedException {
        FakeSkill heavy =
                FakeSkill.of("gc", "pcall(gc_dump)")
                        .answering(
                                Callback.of("gc_dump", "dumps.", "x", "x").costing(Impact.HEAVY),
                                Cost.heavy(Duration.ofSeconds(3), "8 GB"),
                                _ -> Data.of(1));
        var target = new FakeTarget();
        try (Session session = open(target, heavy);
                TelemetryFeed _ = Telemetry.subscribe(session.events(), seen::add)) {
            target.emit(
                    new TargetEvent.StateChanged(
                            Instant.EPOCH,
                            new ConnectionState.Lost(Instant.EPOCH, "it does not answer")));
            session.investigations().start(InvestigationRequest.of("it is slow")).await();
        }
    }

    private void queueUp() throws InterruptedException {
        var begun = new CountDownLatch(1);
        FakeSkill slow =
                FakeSkill.of("gc", "gc_begin() look_again(30000)")
                        .answering(
                                "gc_begin",
                                _ -> {
                                    begun.countDown();
                                    return Data.NOTHING;
                                });
        try (Session session = open(new FakeTarget(), slow);
                TelemetryFeed _ = Telemetry.subscribe(session.events(), seen::add)) {
            OperatorRun first = session.runOperatorAsync(GC, "one", Impact.LOW, _ -> {});
            begun.await();
            OperatorRun second = session.runOperatorAsync(GC, "two", Impact.LOW, _ -> {});
            second.cancel();
            first.cancel();
            first.await();
            second.await();
        }
    }

    private void chat() throws InterruptedException {
        var answering =
                sendingOut()
                        .then("done", "")
                        .then("send_operators", "{\"skills\": [\"gc\"]}")
                        .then("answer", "{\"text\": \"\", \"cites\": []}")
                        .then("answer", "{\"text\": \"It is.\", \"cites\": []}")
                        .then(
                                _ -> {
                                    throw new LlmException.Fatal("the key is wrong");
                                });
        try (Stage stage =
                        new Stage(
                                answering, new ScriptedModel(), FakeSkill.of("gc", "return 1"), 9);
                TelemetryFeed _ = Telemetry.subscribe(stage.bus(), seen::add)) {
            InvestigationId id = stage.investigate("it is slow").await().id();
            stage.chat(id).ask("is it so?");
            stage.chat(id).ask("really?");
        }
    }

    private void readTooSlowly() throws InterruptedException {
        var bus = new EventBus();
        var reading = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        TelemetryFeed feed =
                Telemetry.subscribe(
                        bus,
                        event -> {
                            reading.countDown();
                            Eventually.holds(() -> goOn.getCount() == 0);
                            seen.add(event);
                        });
        var event =
                new AppEvent.InvestigationStarted(
                        Instant.EPOCH, InvestigationId.random(), "it is slow");
        bus.publish(event);
        reading.await();
        for (int i = 0; i < 20_003; i++) {
            bus.publish(event);
        }
        goOn.countDown();
        feed.close();

        assertEquals(3, feed.dropped());
        assertEquals(
                List.of(3.0),
                seen.stream()
                        .filter(e -> e.name() == TelemetryName.TELEMETRY_DROPPED)
                        .map(e -> e.measured(TelemetryField.DROPPED))
                        .toList());
    }
}
