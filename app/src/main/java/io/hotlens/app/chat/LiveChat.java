package io.hotlens.app.chat;

import io.hotlens.app.coordinator.OperatorPool;
import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.llm.LlmException;
import io.hotlens.app.llm.Model;
import io.hotlens.app.llm.RunModels;
import io.hotlens.app.loop.AgentLoop;
import io.hotlens.app.loop.Budget;
import io.hotlens.app.loop.Compactor;
import io.hotlens.app.loop.LoopEvent;
import io.hotlens.app.loop.Mailbox;
import io.hotlens.app.loop.StopSign;
import io.hotlens.app.loop.ToolCodec;
import io.hotlens.app.notification.NotificationBook;
import io.hotlens.app.operator.OperatorReport;
import io.hotlens.app.trace.Outcome;
import io.hotlens.app.trace.Usage;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Questions that a model answers, through the same loop as an investigation.
public final class LiveChat implements Chat {

    private static final Logger LOG = System.getLogger(LiveChat.class.getName());
    private static final ToolCodec<ChatTool> CODEC = new ToolCodec<>(ChatTool.class);
    private static final Budget BUDGET = Budget.of(15, Duration.ofMinutes(3));

    /// What questions are answered with.
    ///
    /// @param models asked for at each question; throws [LlmException] when there are none
    /// @param pools gives the operators of one look
    /// @param listener told of each step, from the thread that asks
    public record Equipment(
            Supplier<RunModels> models,
            Supplier<OperatorPool> pools,
            NotificationBook book,
            Consumer<ChatEvent> listener,
            InstantSource clock) {}

    private final Investigation investigation;
    private final Equipment with;
    private final ReentrantLock turn = new ReentrantLock();
    private final List<ChatAnswer> answers = new ArrayList<>();
    private Optional<StopSign> asking = Optional.empty();

    public LiveChat(Investigation investigation, Equipment equipment) {
        this.investigation = investigation;
        this.with = equipment;
    }

    @Override
    public List<ChatAnswer> answers() {
        synchronized (answers) {
            return List.copyOf(answers);
        }
    }

    @Override
    public ChatAnswer ask(String question) throws InterruptedException {
        if (question.isBlank()) {
            throw new IllegalArgumentException("there is no question");
        }
        turn.lockInterruptibly();
        try {
            ChatAnswer answer = answer(question.strip());
            synchronized (answers) {
                answers.add(answer);
            }
            return answer;
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void stop() {
        Optional<StopSign> current;
        synchronized (answers) {
            current = asking;
        }
        current.ifPresent(sign -> sign.raise(new Outcome.Cancelled()));
    }

    private ChatAnswer answer(String question) {
        RunModels models;
        try {
            models = with.models().get();
        } catch (LlmException e) {
            return unanswered(question, String.valueOf(e.getMessage()));
        }
        var current = new Turn(question, models);
        synchronized (answers) {
            asking = Optional.of(current.stop);
        }
        return current.run();
    }

    private ChatAnswer unanswered(String question, String why) {
        Instant now = with.clock().instant();
        var answer =
                new ChatAnswer(
                        question,
                        new Outcome.Failed(why),
                        "",
                        List.of(),
                        now,
                        Duration.ZERO,
                        Usage.NONE);
        with.listener().accept(new ChatEvent(now, 0, new ChatEvent.Asked(question)));
        with.listener().accept(new ChatEvent(now, 0, new ChatEvent.Answered(answer)));
        return answer;
    }

    /// One question on its way to an answer.
    private final class Turn {

        private final String question;
        private final StopSign stop = new StopSign();
        private final AgentLoop<ChatState, ChatTool> loop;

        Turn(String question, RunModels models) {
            this.question = question;
            Model model = models.chat();
            var found = new ChatRecord(investigation, with.book());
            var looking = with.pools();
            this.loop =
                    new AgentLoop<>(
                            new AgentLoop.Equipment<>(
                                    model,
                                    new Compactor(model, models.summary(model)),
                                    CODEC,
                                    new ChatRole(found, looking, question, this::publish),
                                    BUDGET,
                                    new Mailbox(),
                                    stop,
                                    this::publish,
                                    with.clock()),
                            ChatState.START,
                            ChatPrompt.opening(
                                    found,
                                    looking.get().usable(),
                                    answers(),
                                    question,
                                    model.promptTokens()));
        }

        ChatAnswer run() {
            Instant from = with.clock().instant();
            publish(new ChatEvent.Asked(question));
            Outcome outcome;
            try {
                outcome = loop.run();
            } catch (RuntimeException | StackOverflowError e) {
                LOG.log(Level.ERROR, "the chat crashed", e);
                outcome = new Outcome.Failed("the chat crashed: " + e);
            }
            ChatState state = loop.state();
            var answer =
                    new ChatAnswer(
                            question,
                            outcome,
                            state.text(),
                            state.cited(),
                            from,
                            Duration.between(from, with.clock().instant()),
                            state.looks().stream()
                                    .map(OperatorReport::usage)
                                    .reduce(loop.usage(), Usage::plus));
            publish(new ChatEvent.Answered(answer));
            return answer;
        }

        private void publish(LoopEvent event) {
            switch (event) {
                case LoopEvent.Chose chose -> publish(new ChatEvent.Chose(chose.tool()));
                case LoopEvent.Rejected(String tool, String reason, _) ->
                        publish(new ChatEvent.Rejected(tool, reason));
                case LoopEvent.Fine fine -> publish(new ChatEvent.InLoop(fine));
                case LoopEvent.Asking _, LoopEvent.Waiting _ -> {}
            }
        }

        private void publish(ChatEvent.Step step) {
            with.listener().accept(new ChatEvent(with.clock().instant(), loop.iteration(), step));
        }
    }
}
