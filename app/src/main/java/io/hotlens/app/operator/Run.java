package io.hotlens.app.operator;

import io.hotlens.app.llm.LlmException;
import io.hotlens.app.llm.Model;
import io.hotlens.app.llm.PromptText;
import io.hotlens.app.llm.Reply;
import io.hotlens.app.llm.Transcript;
import io.hotlens.app.loop.AgentLoop;
import io.hotlens.app.loop.Compactor;
import io.hotlens.app.loop.LoopEvent;
import io.hotlens.app.loop.Mailbox;
import io.hotlens.app.loop.Recollection;
import io.hotlens.app.loop.StopSign;
import io.hotlens.app.loop.ToolCodec;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.trace.Outcome;
import io.hotlens.app.trace.RunId;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillId;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/// One run of an operator on a virtual thread of its own.
final class Run implements OperatorRun {

    private static final Logger LOG = System.getLogger(Run.class.getName());
    private static final String ANSWER = PromptText.of(Run.class, "answer.md");
    private static final ToolCodec<OperatorTool> CODEC = new ToolCodec<>(OperatorTool.class);

    private final RunId id = RunId.random();
    private final Skill skill;
    private final Workbench bench;
    private final OperatorRequest request;
    private final Consumer<Run> ended;
    private final Consumer<Run> stopped;
    private final StopSign stop = new StopSign();
    private final CompletableFuture<OperatorReport> end = new CompletableFuture<>();
    private volatile Optional<OperatorReport> report = Optional.empty();
    private final AgentLoop<OperatorState, OperatorTool> loop;
    private volatile Instant startedAt;
    private volatile String step = "";
    private volatile RunStatus status = RunStatus.NEW;

    /// @param ended told when the run is over
    /// @param stopped told when somebody stopped the run
    Run(
            Skill skill,
            Workbench bench,
            OperatorRequest request,
            Consumer<Run> ended,
            Consumer<Run> stopped) {
        this.skill = skill;
        this.bench = bench;
        this.request = request;
        this.ended = ended;
        this.stopped = stopped;
        this.startedAt = bench.clock().instant();
        this.loop =
                new AgentLoop<>(
                        new AgentLoop.Equipment<>(
                                request.models().operator(),
                                new Compactor(
                                        request.models().operator(),
                                        request.models().summary(request.models().operator())),
                                CODEC,
                                new OperatorRole(bench, skill, request, this::publish),
                                request.budget(),
                                new Mailbox(),
                                stop,
                                this::publish,
                                bench.clock()),
                        OperatorState.START,
                        OperatorPrompt.opening(
                                skill,
                                bench.gateway().callbacks(Set.of(skill.id(), OperatorRole.BASE)),
                                request));
    }

    /// Tells that it waits behind `ahead` other runs.
    void queued(int ahead) {
        publish(new OperatorEvent.Queued(ahead));
        become(RunStatus.QUEUED);
    }

    private void become(RunStatus next) {
        RunStatus before = status;
        status = next;
        publish(new OperatorEvent.StatusChanged(before, next));
    }

    void begin() {
        Thread.ofVirtual().name("hotlens-operator " + skill.id()).start(this::run);
    }

    private void run() {
        startedAt = bench.clock().instant();
        Outcome outcome;
        try {
            become(RunStatus.RUNNING);
            publish(new OperatorEvent.Started(request.reason()));
            outcome = loop.run();
        } catch (Exception | StackOverflowError e) {
            LOG.log(Level.ERROR, "the operator of " + skill.id() + " crashed", e);
            outcome = new Outcome.Failed("the operator crashed: " + e);
        }
        finish(outcome);
    }

    /// Ends a run that never began.
    void abandon() {
        finish(stop.raised().orElseGet(Outcome.Cancelled::new));
    }

    private void finish(Outcome outcome) {
        OperatorReport result = report(outcome);
        report = Optional.of(result);
        try {
            become(RunStatus.ENDED);
            publish(new OperatorEvent.Finished(result));
        } finally {
            end.complete(result);
            ended.accept(this);
        }
    }

    private OperatorReport report(Outcome outcome) {
        OperatorState state = loop.state();
        var unseen = new ArrayList<>(request.grant().unseen());
        state.scriptFailure().ifPresent(why -> unseen.add("the last script failed: " + why));
        return new OperatorReport(
                id,
                skill.id(),
                state.health(),
                outcome,
                loop.iteration(),
                Duration.between(startedAt, bench.clock().instant()),
                state.notifications(),
                state.snapshots(),
                unseen,
                loop.usage());
    }

    private void publish(LoopEvent event) {
        publish(
                switch (event) {
                    case LoopEvent.Asking _ -> new OperatorEvent.Asking(loop.state().health());
                    case LoopEvent.Chose chose -> {
                        step = chose.tool();
                        yield new OperatorEvent.Chose(
                                chose.tool(), chose.arguments(), chose.usage(), chose.request());
                    }
                    case LoopEvent.Rejected(String tool, String reason, var request) ->
                            new OperatorEvent.Rejected(tool, reason, request);
                    case LoopEvent.Waiting(Duration pause) -> new OperatorEvent.Waiting(pause);
                    case LoopEvent.Fine fine -> new OperatorEvent.InLoop(fine);
                });
    }

    private void publish(OperatorEvent.Step what) {
        request.listener()
                .accept(
                        new OperatorEvent(
                                bench.clock().instant(), id, skill.id(), loop.iteration(), what));
    }

    OperatorState state() {
        return loop.state();
    }

    int iteration() {
        return loop.iteration();
    }

    String step() {
        return step;
    }

    Instant startedAt() {
        return startedAt;
    }

    /// What it has seen, in plain text.
    String summary() {
        OperatorState state = loop.state();
        List<Notification> found = state.notifications();
        var text = new StringBuilder();
        text.append(
                "%s is %s after %d tool calls and %d snapshots, with %d notification(s)."
                        .formatted(
                                skill.id(),
                                state.health().word(),
                                loop.iteration(),
                                state.snapshots().size(),
                                found.size()));
        found.forEach(n -> text.append("\n%s %s: %s".formatted(n.id(), n.type(), n.observation())));
        if (!state.snapshots().isEmpty()) {
            text.append("\nnewest readings:");
            state.snapshots()
                    .getLast()
                    .readings()
                    .forEach(
                            (metric, reading) ->
                                    text.append(
                                            " %s=%s"
                                                    .formatted(
                                                            metric.name(),
                                                            words(reading.toData()))));
        }
        return text.toString();
    }

    boolean speaks() {
        return !request.models().operator().isRules();
    }

    /// Asks its model once, without tools and apart from the run.
    OperatorAnswer answer(String question) throws InterruptedException {
        Model model = request.models().operator();
        if (model.promptTokens().isEmpty()) {
            return new OperatorAnswer(summary(), Usage.NONE);
        }
        long room =
                Recollection.room(
                        model.promptTokens().getAsInt(), ANSWER.length() + question.length());
        var asked =
                Data.fields()
                        .put("question", question)
                        .put("conversation", Recollection.of(loop.transcript().messages(), room));
        try {
            Reply reply = model.client().ask(Transcript.of(ANSWER, asked.build()), List.of());
            return new OperatorAnswer(
                    reply.text().isBlank() ? summary() : reply.text().strip(), reply.usage());
        } catch (LlmException e) {
            return new OperatorAnswer(
                    summary()
                            + "\n(from its record, since the model does not answer: "
                            + e.getMessage()
                            + ")",
                    Usage.NONE);
        }
    }

    private static String words(Data value) {
        return Json.write(value);
    }

    @Override
    public RunId id() {
        return id;
    }

    @Override
    public SkillId skill() {
        return skill.id();
    }

    @Override
    public void cancel() {
        stop(new Outcome.Cancelled());
    }

    @Override
    public void stop(Outcome why) {
        stop.raise(why);
        stopped.accept(this);
    }

    @Override
    public OperatorReport await() throws InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a report cannot fail", e);
        }
    }

    @Override
    public Optional<OperatorReport> report() {
        return report;
    }
}
