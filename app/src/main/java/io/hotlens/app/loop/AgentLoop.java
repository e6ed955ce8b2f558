package io.hotlens.app.loop;

import io.hotlens.app.llm.LlmException;
import io.hotlens.app.llm.Model;
import io.hotlens.app.llm.Reply;
import io.hotlens.app.llm.ToolCall;
import io.hotlens.app.llm.Transcript;
import io.hotlens.app.trace.Outcome;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Ask the model, decode its tool call, apply it, record the answer, again, until the role
/// finishes, a limit is hit or somebody stops it. One instance is one run on one thread; what it
/// has reached can be read from any thread and survives a crash.
public final class AgentLoop<S, T> {

    private static final int MAX_REJECTIONS = 3;
    private static final int KEPT_MESSAGES = 300;

    /// What a loop works with.
    public record Equipment<S, T>(
            Model model,
            Compactor compactor,
            ToolCodec<T> codec,
            Role<S, T> role,
            Budget budget,
            Mailbox mailbox,
            StopSign stop,
            Consumer<LoopEvent> observer,
            InstantSource clock) {}

    private final Equipment<S, T> with;
    private volatile S state;
    private volatile Transcript transcript;
    private volatile int iteration;
    private volatile Usage usage = Usage.NONE;
    private OptionalLong request = OptionalLong.empty();
    private int rejections;
    private Instant started = Instant.MIN;

    public AgentLoop(Equipment<S, T> equipment, S initial, Transcript opening) {
        this.with = equipment;
        this.state = initial;
        this.transcript = opening;
    }

    public S state() {
        return state;
    }

    public Transcript transcript() {
        return transcript;
    }

    public int iteration() {
        return iteration;
    }

    public Usage usage() {
        return usage;
    }

    /// Runs to the end on the calling thread. An interrupt ends it as cancelled; what the role
    /// throws passes through.
    public Outcome run() {
        started = with.clock().instant();
        with.stop().attach();
        Optional<Thread> timer = with.budget().time().map(with.stop()::after);
        try {
            return turns();
        } catch (InterruptedException _) {
            return with.stop().raised().orElseGet(Outcome.Cancelled::new);
        } catch (LlmException.Exhausted e) {
            return new Outcome.Truncated(String.valueOf(e.getMessage()));
        } catch (LlmException e) {
            return new Outcome.Failed("the model does not answer: " + e.getMessage());
        } finally {
            timer.ifPresent(Thread::interrupt);
            with.stop().detach();
        }
    }

    private Outcome turns() throws InterruptedException {
        while (true) {
            Optional<Outcome> raised = with.stop().raised();
            if (raised.isPresent()) {
                return raised.get();
            }
            if (iteration >= with.budget().iterations()) {
                return new Outcome.Truncated(with.budget().iterations() + " iterations");
            }
            Optional<Outcome> end = turn();
            if (end.isPresent()) {
                return end.get();
            }
        }
    }

    private Optional<Outcome> turn() throws InterruptedException {
        int next = iteration + 1;
        iteration = next;
        tell(with.mailbox().drain());
        fit();
        with.observer().accept(new LoopEvent.Asking());
        Reply reply =
                with.model()
                        .ask(
                                transcript,
                                with.codec().specs(),
                                event -> with.observer().accept(new LoopEvent.Model(event)));
        with.compactor().asked(transcript, with.codec().specs(), reply.usage());
        usage = usage.plus(reply.usage());
        request = reply.request();
        record(new Transcript.FromModel(reply.calls(), reply.text(), reply.thought()));
        if (reply.calls().isEmpty()) {
            String reason = "answer with exactly one tool call";
            record(new Transcript.FromUser(error(reason)));
            return rejected("", reason);
        }
        ToolCall call = reply.calls().getFirst();
        Optional<Outcome> end =
                switch (with.codec().decode(call)) {
                    case Decoded.Invalid<T>(String reason) -> {
                        record(new Transcript.ToolResult(call, error(reason)));
                        yield rejected(call.name(), reason);
                    }
                    case Decoded.Valid<T>(T tool) -> {
                        with.observer()
                                .accept(
                                        new LoopEvent.Chose(
                                                call.name(),
                                                arguments(call),
                                                reply.usage(),
                                                request));
                        yield apply(call, tool);
                    }
                };
        for (ToolCall extra : reply.calls().subList(1, reply.calls().size())) {
            record(new Transcript.ToolResult(extra, error("not run: one tool call at a time")));
        }
        return end;
    }

    private void fit() throws InterruptedException {
        Compactor.Fitted fitted =
                with.compactor().fit(transcript, with.codec().specs(), with.observer());
        transcript = fitted.transcript();
        usage = usage.plus(fitted.usage());
    }

    private Optional<Outcome> apply(ToolCall call, T tool) throws InterruptedException {
        long start = System.nanoTime();
        Optional<Data> answer = Optional.empty();
        try {
            Step<S> step = with.role().step(state, tool);
            state = step.state();
            answer = Optional.of(answer(call, step));
            if (step instanceof Step.Refuse<S>(_, _, String reason)) {
                return rejected(call.name(), reason);
            }
            rejections = 0;
            return step instanceof Step.Finish<S>
                    ? Optional.of(new Outcome.Completed())
                    : Optional.empty();
        } finally {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            with.observer()
                    .accept(
                            answer.<LoopEvent>map(
                                            a ->
                                                    new LoopEvent.ToolAnswered(
                                                            call.name(), errorOf(a), took))
                                    .orElseGet(() -> new LoopEvent.ToolFailed(call.name(), took)));
        }
    }

    /// Records what the model is answered, after the pause when it asked for one.
    private Data answer(ToolCall call, Step<S> step) throws InterruptedException {
        return switch (step) {
            case Step.Continue<S>(_, Data answer) -> recorded(call, answer);
            case Step.Refuse<S>(_, Data answer, _) -> recorded(call, answer);
            case Step.Finish<S>(_, Data answer) -> recorded(call, answer);
            case Step.Pause<S>(_, Duration pause) -> {
                with.observer().accept(new LoopEvent.Waiting(pause));
                Instant from = with.clock().instant();
                List<Data> news = with.mailbox().await(pause);
                Data answer = recorded(call, waited(from, !news.isEmpty()));
                tell(news);
                yield answer;
            }
        };
    }

    private Data recorded(ToolCall call, Data answer) {
        record(new Transcript.ToolResult(call, answer));
        return answer;
    }

    private Data waited(Instant from, boolean byNews) {
        Instant now = with.clock().instant();
        var answer =
                Data.fields()
                        .put("waited_ms", (double) Duration.between(from, now).toMillis())
                        .put("ended_by", byNews ? "news" : "time");
        with.budget()
                .time()
                .ifPresent(
                        time ->
                                answer.put(
                                        "remaining_ms",
                                        (double)
                                                time.minus(Duration.between(started, now))
                                                        .toMillis()));
        return answer.build();
    }

    private Optional<Outcome> rejected(String tool, String reason) {
        with.observer().accept(new LoopEvent.Rejected(tool, reason, request));
        rejections++;
        return rejections < MAX_REJECTIONS
                ? Optional.empty()
                : Optional.of(
                        new Outcome.Failed(
                                "the model gave %d answers in a row that cannot be used, the last: %s"
                                        .formatted(rejections, reason)));
    }

    private void tell(List<Data> news) {
        news.forEach(item -> record(new Transcript.FromUser(item)));
    }

    private void record(Transcript.Message message) {
        Transcript longer = transcript.with(message);
        transcript = with.budget().time().isEmpty() ? longer.trimmed(KEPT_MESSAGES) : longer;
    }

    private static Data error(String reason) {
        return Data.fields().put("error", reason).build();
    }

    private static String errorOf(Data answer) {
        return answer instanceof Data.Fields fields ? fields.text("error").orElse("") : "";
    }

    private static Data arguments(ToolCall call) {
        return call.arguments().isBlank() ? Data.NOTHING : Json.parse(call.arguments());
    }
}
