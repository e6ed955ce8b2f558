package io.hotlens.app.coordinator;

import io.hotlens.app.llm.ChatClient;
import io.hotlens.app.llm.LlmException;
import io.hotlens.app.llm.Model;
import io.hotlens.app.llm.Reply;
import io.hotlens.app.llm.RetryPolicy;
import io.hotlens.app.llm.ToolCall;
import io.hotlens.app.llm.ToolSpec;
import io.hotlens.app.llm.Transcript;
import io.hotlens.app.notification.NotificationBook;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;
import io.hotlens.skills.data.Json;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// A coordinator that asks its model twice at most: whom to send out, and what the findings mean.
/// To the loop it is a client that chooses tools, so that all checks of the loop hold. One instance
/// is one run, on the run's thread.
final class Pipeline implements ChatClient {

    /// The name of the client as a model.
    static final String NAME = "hotlens:pipeline";

    private static final Set<String> ANSWERS = Set.of("produce_insight", "done");
    private static final long LONGEST_WAIT_MS = 300_000;
    private static final long SHORTEST_WAIT_MS = 100;

    /// What a pipeline works with.
    ///
    /// @param model asked twice at most
    /// @param rules the rules model, which correlates when the model does not
    /// @param time of the whole run
    /// @param found the notifications of the run
    /// @param end ends the run with an outcome
    record Equipment(
            Timely model,
            ChatClient rules,
            Duration time,
            Supplier<List<NotificationBook.Entry>> found,
            Consumer<CoordinatorEvent.Step> events,
            Consumer<Outcome> end) {}

    private enum Stage {
        CLASSIFY,
        SEND_OUT,
        GATHER,
        HAND_OVER,
        RULES
    }

    private final Equipment with;
    private final PipelineQuestions questions;
    private final Deque<ToolCall> insights = new ArrayDeque<>();
    private Stage stage = Stage.CLASSIFY;
    private Classifier.Plan plan = Classifier.Plan.NONE;
    private PipelineTime time;
    private Answered untold = Answered.NOTHING;
    private String failure = "";
    private LlmException.@Nullable Exhausted exhausted;
    private int handedOver;
    private int calls;

    Pipeline(Equipment with) {
        this.with = with;
        this.time = PipelineTime.of(with.time());
        this.questions = new PipelineQuestions(with.model().model());
    }

    /// As the loop's model; it reads every message, as the rules model does.
    Model asModel() {
        return new Model(NAME, this, RetryPolicy.NONE, OptionalInt.empty());
    }

    @Override
    public Reply ask(Transcript transcript, List<ToolSpec> tools) throws InterruptedException {
        Course course = Course.of(transcript);
        return switch (stage) {
            case CLASSIFY -> classify(course);
            case SEND_OUT -> sendOut();
            case GATHER -> gather(course, transcript, tools);
            case HAND_OVER -> handOver(course, transcript);
            case RULES -> rules(course, transcript, tools);
        };
    }

    private Reply classify(Course course) throws InterruptedException {
        time = PipelineTime.of(with.time());
        if (!course.named().isEmpty()) {
            plan = Classifier.Plan.named(course);
            return sendOut();
        }
        Classifier.Answer answer =
                new Classifier(with.model(), questions, with.events())
                        .ask(course, time.toClassify());
        plan = answer.plan();
        untold = answer.answered();
        stage = Stage.SEND_OUT;
        return answer.problem()
                .map(why -> think("all operators are sent out, since " + why))
                .orElseGet(this::sendOut);
    }

    private Reply sendOut() {
        stage = Stage.GATHER;
        return call(
                "invoke_operators",
                Data.fields()
                        .put("skills", CoordinatorRole.texts(plan.skills()))
                        .put("context", plan.context()));
    }

    private Reply gather(Course course, Transcript transcript, List<ToolSpec> tools)
            throws InterruptedException {
        Duration left = time.toGather();
        if (!course.running().isEmpty() && left.isPositive()) {
            return pause(left);
        }
        if (with.found().get().isEmpty()) {
            return withoutFindings(course);
        }
        stage = Stage.HAND_OVER;
        Optional<String> text = synthesize(course, tools);
        return text.isPresent() ? think(text.get()) : handOver(course, transcript);
    }

    /// Nothing was found; when no operator came to its own end, that means nothing, and the run
    /// ends as they did.
    private Reply withoutFindings(Course course) throws InterruptedException {
        List<Data.Fields> ends = course.ends();
        if (course.running().isEmpty()
                && !ends.isEmpty()
                && ends.stream().noneMatch(end -> outcome(end).equals("completed"))) {
            Data.Fields first = ends.getFirst();
            String detail = first.text("detail").orElse("");
            with.end()
                    .accept(
                            outcome(first).equals("truncated")
                                    ? new Outcome.Truncated(detail)
                                    : new Outcome.Failed(detail));
            throw new InterruptedException("the run has ended");
        }
        return conclude(course);
    }

    private static String outcome(Data.Fields end) {
        return end.text("outcome").orElse("");
    }

    /// @return what the model said beside its calls
    private Optional<String> synthesize(Course course, List<ToolSpec> tools)
            throws InterruptedException {
        List<NotificationBook.Entry> found = with.found().get();
        List<ToolSpec> answers =
                tools.stream().filter(tool -> ANSWERS.contains(tool.name())).toList();
        with.events().accept(new CoordinatorEvent.Synthesizing(found.size()));
        long start = System.nanoTime();
        String text = "";
        try {
            Reply reply =
                    with.model()
                            .ask(
                                    questions.synthesize(plan.intent(), course, found, answers),
                                    answers,
                                    time.toSynthesize());
            untold = untold.then(reply);
            reply.calls().stream()
                    .filter(call -> call.name().equals("produce_insight"))
                    .forEach(insights::add);
            text = reply.text().strip();
        } catch (LlmException e) {
            failure = "the model does not answer: " + e.getMessage();
            exhausted = e instanceof LlmException.Exhausted limit ? limit : null;
        }
        with.events().accept(new CoordinatorEvent.Synthesized(insights.size(), since(start)));
        return Optional.of(text).filter(said -> !said.isEmpty());
    }

    /// The model's insights one at a time. A thought after each that was refused keeps the loop
    /// from giving up on the others.
    private Reply handOver(Course course, Transcript transcript) {
        Optional<String> refusal = course.refusal();
        if (refusal.isPresent()) {
            return think("an insight of the model is dropped: " + refusal.get());
        }
        ToolCall next = insights.poll();
        if (next != null) {
            return reply(next.name(), next.arguments());
        }
        if (course.hasInsight()) {
            return conclude(course);
        }
        stage = Stage.RULES;
        handedOver = transcript.messages().size();
        return think(
                "the rules model correlates, since "
                        + (failure.isEmpty() ? "the model gave no insight that holds" : failure));
    }

    private Reply rules(Course course, Transcript transcript, List<ToolSpec> tools)
            throws InterruptedException {
        Optional<String> refusal = course.refusal();
        if (refusal.isPresent()) {
            return think("an insight of the rules model is dropped: " + refusal.get());
        }
        ToolCall next = with.rules().ask(forRules(course, transcript), tools).calls().getFirst();
        return next.name().equals("produce_insight")
                ? reply(next.name(), next.arguments())
                : conclude(course);
    }

    /// The transcript without what the model proposed in vain, and as if every operator had ended,
    /// since it is time to conclude.
    private Transcript forRules(Course course, Transcript transcript) {
        List<Transcript.Message> messages = transcript.messages();
        var shown =
                new Transcript(
                        transcript.system(),
                        IntStream.range(0, messages.size())
                                .filter(i -> i >= handedOver || !isRefused(messages.get(i)))
                                .mapToObj(messages::get)
                                .toList());
        for (String skill : course.running()) {
            shown =
                    shown.with(
                            new Transcript.FromUser(
                                    Data.fields()
                                            .put("news", "operator_completed")
                                            .put("skill", skill)
                                            .build()));
        }
        return shown;
    }

    private static boolean isRefused(Transcript.Message message) {
        return message instanceof Transcript.ToolResult result && Course.isRefused(result);
    }

    /// The end; while operators run, there is nothing left but to wait for them or the deadline.
    private Reply conclude(Course course) {
        if (!course.running().isEmpty()) {
            return pause(Duration.ofMillis(LONGEST_WAIT_MS));
        }
        if (exhausted != null) {
            throw exhausted;
        }
        return call("done", Data.fields());
    }

    private Reply pause(Duration time) {
        return call(
                "wait",
                Data.fields()
                        .put(
                                "ms",
                                (double)
                                        Math.clamp(
                                                time.toMillis(),
                                                SHORTEST_WAIT_MS,
                                                LONGEST_WAIT_MS)));
    }

    private Reply think(String thought) {
        return call("think", Data.fields().put("thought", thought));
    }

    private Reply call(String tool, FieldsBuilder arguments) {
        return reply(tool, Json.write(arguments.build()));
    }

    /// With what the model's last answer used, which is told once.
    private Reply reply(String tool, String arguments) {
        calls++;
        Answered told = untold;
        untold = Answered.NOTHING;
        return told.with(new ToolCall("step-" + calls, tool, arguments));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
