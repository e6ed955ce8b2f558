package io.hotlens.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.chat.Chat;
import io.hotlens.app.chat.ChatAnswer;
import io.hotlens.app.chat.ChatEvent;
import io.hotlens.app.chat.LiveChat;
import io.hotlens.app.fixture.FakeSkill;
import io.hotlens.app.fixture.ScriptedModel;
import io.hotlens.app.insight.CausalModel;
import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.llm.ChatClient;
import io.hotlens.app.llm.LlmException;
import io.hotlens.app.llm.Transcript;
import io.hotlens.app.notification.NotificationBook;
import io.hotlens.app.rules.RulesModel;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;

@Timeout(60)
final class ChatTest {

    private static final FakeSkill GC =
            FakeSkill.of(
                    "gc",
                    "finding{type='gc_overhead', certain=true, observation='40 % in collections'}");

    private final ChatClient rules =
            new RulesModel(Map.of(GC.id(), GC.playbook().orElseThrow()), CausalModel.builtIn());
    private final ScriptedModel thinker = new ScriptedModel();
    private ChatClient answering = thinker;
    private Stage stage;
    private Investigation investigation;

    @BeforeEach
    void investigate() throws InterruptedException {
        stage =
                new Stage(
                        (transcript, tools) ->
                                (tools.stream().anyMatch(t -> t.name().equals("answer"))
                                                ? answering
                                                : rules)
                                        .ask(transcript, tools),
                        rules,
                        GC,
                        100);
        investigation = stage.investigate("it is slow").await();
        assertEquals(1, investigation.notifications().size());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private Chat chat() {
        return stage.chat(investigation.id());
    }

    private String found() {
        return investigation.notifications().getFirst().id().value();
    }

    private static String answer(String text, String... cites) {
        return Json.write(
                Data.fields()
                        .put("text", text)
                        .put("cites", List.of(cites).stream().map(Data::of).toList())
                        .build());
    }

    private static Data.Fields opening(Transcript asked) {
        return (Data.Fields) asked.told().getFirst();
    }

    @Test
    void recordIsToldAndTheAnswerCitesIt() throws Exception {
        thinker.then("answer", answer("Collections take 40 %.", found()));

        ChatAnswer answer = chat().ask("  why is it slow? ");

        assertEquals(new Outcome.Completed(), answer.outcome());
        assertEquals("why is it slow?", answer.question());
        assertEquals("Collections take 40 %.", answer.text());
        assertEquals(List.of(found()), answer.cited());
        Data.Fields opening = opening(thinker.asked().getFirst());
        assertEquals("it is slow", opening.text("reason").orElseThrow());
        assertEquals("why is it slow?", opening.text("question").orElseThrow());
        String record = Json.write(opening.get("record").orElseThrow());
        assertTrue(record.contains(found()) && record.contains("40 % in collections"), record);
        assertTrue(record.contains(investigation.insights().getFirst().id()), record);
    }

    @Test
    void laterQuestionsKnowTheEarlierOnes() throws Exception {
        thinker.then("answer", answer("Collections take 40 %.", found()))
                .then("answer", answer("The heap."));

        chat().ask("why is it slow?");
        chat().ask("and what fills?");

        String record = Json.write(opening(thinker.asked().getLast()).get("record").orElseThrow());
        assertTrue(record.contains("why is it slow?"), record);
        assertTrue(record.contains("Collections take 40 %."), record);
        assertEquals(
                List.of("why is it slow?", "and what fills?"),
                chat().answers().stream().map(ChatAnswer::question).toList());
    }

    @Test
    void inventedIdIsRefusedUntilItIsRight() throws Exception {
        thinker.then("answer", answer("It is the disk.", "0123456789abcdef"))
                .then("answer", answer(" "))
                .then("answer", answer("Collections.", found()));

        ChatAnswer answer = chat().ask("why?");

        assertEquals("Collections.", answer.text());
        String told = Json.write(thinker.asked().getLast().results().getFirst().result());
        assertTrue(told.contains("0123456789abcdef"), told);
    }

    @Test
    void nonsenseEndsWithoutAnAnswer() throws Exception {
        thinker.then("answer", answer("A.", "x")).then("fly", "{}").then("get_snapshot", "{}");

        ChatAnswer answer = chat().ask("why?");

        assertFalse(answer.answered());
        assertTrue(
                assertInstanceOf(Outcome.Failed.class, answer.outcome())
                        .detail()
                        .contains("3 answers in a row"),
                answer.outcome().detail());
    }

    @Test
    void operatorsLookAgainAndWhatTheyFindCanBeCited() throws Exception {
        thinker.then("send_operators", "{\"skills\": [\"gc\", \"moon\"]}")
                .then(
                        "answer",
                        transcript -> {
                            var result = (Data.Fields) transcript.results().getLast().result();
                            var again = (Data.Fields) result.items("notifications").getFirst();
                            return answer("Still so.", again.text("id").orElseThrow());
                        });

        ChatAnswer answer = chat().ask("is it still so?");

        assertEquals("Still so.", answer.text());
        assertFalse(answer.cited().contains(found()), "a new finding");
        String told = Json.write(thinker.asked().getLast().results().getFirst().result());
        assertTrue(told.contains("\"unknown\":[\"moon\"]"), told);
    }

    @Test
    void modelThatFailsIsTheReason() throws Exception {
        thinker.then(
                _ -> {
                    throw new LlmException.Fatal("the key is wrong");
                });

        ChatAnswer answer = chat().ask("why?");

        assertFalse(answer.answered());
        assertTrue(
                answer.outcome().detail().contains("the key is wrong"), answer.outcome().detail());
    }

    @Test
    void settingsThatCannotBeUsedAreTheReason() throws Exception {
        var told = new ArrayList<ChatEvent.Step>();
        var broken =
                new LiveChat(
                        investigation,
                        new LiveChat.Equipment(
                                () -> {
                                    throw new LlmException.Fatal("settings.json is broken");
                                },
                                () -> {
                                    throw new AssertionError("nobody looks");
                                },
                                new NotificationBook((_, _) -> {}),
                                event -> told.add(event.step()),
                                InstantSource.system()));

        ChatAnswer answer = broken.ask("why?");

        assertEquals(new Outcome.Failed("settings.json is broken"), answer.outcome());
        assertEquals(List.of(new ChatEvent.Asked("why?"), new ChatEvent.Answered(answer)), told);
        assertEquals(List.of(answer), broken.answers());
    }

    @Test
    void stoppedQuestionEndsAndTheNextIsAnswered() throws Exception {
        var hanging = new CountDownLatch(1);
        thinker.thenHanging(hanging).then("answer", answer("Yes.", found()));
        var first = new FutureTask<>(() -> chat().ask("why?"));
        Thread.ofVirtual().start(first);
        hanging.await();

        chat().stop();

        assertEquals(new Outcome.Cancelled(), first.get().outcome());
        assertEquals("Yes.", chat().ask("is it gc?").text());
    }

    @Test
    void rulesQuoteTheRecordOnTheWordsOfTheQuestion() throws Exception {
        answering = rules;

        ChatAnswer answer = chat().ask("what about the collections?");

        assertTrue(answer.text().contains("40 % in collections"), answer.text());
        assertTrue(answer.text().contains("cannot discuss"), answer.text());
        assertTrue(answer.cited().contains(found()), answer.cited().toString());
    }

    @Test
    void rulesLookAgainWhenTheQuestionIsAboutNow() throws Exception {
        answering = rules;

        ChatAnswer answer = chat().ask("is it still so now?");

        assertTrue(answer.text().startsWith("gc looked again: "), answer.text());
        assertTrue(answer.text().contains("40 % in collections"), answer.text());
        assertFalse(answer.cited().contains(found()), "a new finding");
    }

    @Test
    void whatCannotBeAskedIsSaid() {
        assertThrows(IllegalArgumentException.class, () -> chat().ask(" "));
        var unknown = InvestigationId.random();
        var e = assertThrows(IllegalArgumentException.class, () -> stage.chat(unknown));
        assertTrue(String.valueOf(e.getMessage()).contains(unknown.value()), e.getMessage());
    }
}
