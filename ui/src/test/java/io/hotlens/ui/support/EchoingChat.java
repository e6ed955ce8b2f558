package io.hotlens.ui.support;

import io.hotlens.app.chat.Chat;
import io.hotlens.app.chat.ChatAnswer;
import io.hotlens.app.chat.ChatEvent;
import io.hotlens.app.trace.Outcome;
import io.hotlens.app.trace.Usage;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// Says each question again as its answer.
record EchoingChat(Consumer<ChatEvent> events, Semaphore stopped) implements Chat {

    @Override
    public ChatAnswer ask(String question) throws InterruptedException {
        tell(new ChatEvent.Asked(question));
        if (question.equals("wait")) {
            stopped.acquire();
        }
        Outcome outcome =
                switch (question) {
                    case "fail" -> new Outcome.Failed("the key is wrong");
                    case "wait" -> new Outcome.Cancelled();
                    default -> new Outcome.Completed();
                };
        boolean answered = outcome instanceof Outcome.Completed;
        var answer =
                new ChatAnswer(
                        question,
                        outcome,
                        answered ? "You asked: " + question : "",
                        List.of(),
                        Samples.NOON,
                        Duration.ofSeconds(1),
                        Usage.NONE);
        tell(new ChatEvent.Answered(answer));
        return answer;
    }

    private void tell(ChatEvent.Step step) {
        events.accept(new ChatEvent(Samples.NOON, 1, step));
    }

    @Override
    public void stop() {
        stopped.release();
    }

    @Override
    public List<ChatAnswer> answers() {
        return List.of();
    }
}
