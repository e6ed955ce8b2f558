package io.hotlens.app.coordinator;

import io.hotlens.app.llm.ChatClient;
import io.hotlens.app.llm.LlmEvent;
import io.hotlens.app.llm.Model;
import io.hotlens.app.llm.RunModels;
import io.hotlens.app.llm.Transcript;
import io.hotlens.app.loop.AgentLoop;
import io.hotlens.app.loop.Compactor;
import io.hotlens.app.loop.LoopEvent;
import io.hotlens.app.loop.Mailbox;
import io.hotlens.app.loop.StopSign;
import io.hotlens.app.loop.ToolCodec;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.notification.NotificationView;
import io.hotlens.app.operator.OperatorEvent;
import io.hotlens.app.operator.OperatorReport;
import io.hotlens.app.trace.Outcome;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// One investigation's coordinator: sends operators out, is told at once what they find, and draws
/// insights. [#run] blocks; everything else is safe from any thread.
public final class Coordinator {

    private static final Logger LOG = System.getLogger(Coordinator.class.getName());
    private static final ToolCodec<CoordinatorTool> CODEC = new ToolCodec<>(CoordinatorTool.class);

    /// Tool calls of a pipeline, most of which are waits that each piece of news ends.
    public static final int PIPELINE_ITERATIONS = 500;

    /// Of a run that is ended by its user.
    private static final Duration ENDLESS = Duration.ofDays(1);

    /// What a coordinator works with.
    ///
    /// @param listener told of each step, from the coordinator's thread
    public record Equipment(
            RunModels models,
            Desk desk,
            Consumer<CoordinatorEvent> listener,
            InstantSource clock) {}

    private final CoordinatorRequest request;
    private final Equipment with;
    private final Mailbox mailbox = new Mailbox();
    private final StopSign stop = new StopSign();
    private final OperatorQuestions questions;
    private final AgentLoop<CoordinatorState, CoordinatorTool> loop;

    /// By the agent loop.
    public Coordinator(CoordinatorRequest request, Equipment equipment) {
        this(request, equipment, Optional.empty());
    }

    /// Asks its model twice at most: whom to send out, and what the findings mean.
    ///
    /// @param rules the rules model, which correlates when the model does not
    public static Coordinator pipeline(
            CoordinatorRequest request, Equipment equipment, ChatClient rules) {
        return new Coordinator(request, equipment, Optional.of(rules));
    }

    private Coordinator(
            CoordinatorRequest request, Equipment equipment, Optional<ChatClient> pipeline) {
        this.request = request;
        this.with = equipment;
        this.questions =
                new OperatorQuestions(this::publish, mailbox::push, OperatorQuestions.DEADLINE);
        Model own = equipment.models().coordinator();
        Model chooser = pipeline.map(rules -> pipeline(own, rules).asModel()).orElse(own);
        this.loop =
                new AgentLoop<>(
                        new AgentLoop.Equipment<>(
                                chooser,
                                new Compactor(chooser, equipment.models().summary(own)),
                                CODEC,
                                new CoordinatorRole(
                                        equipment.desk(), request, questions, this::publish),
                                request.budget(),
                                mailbox,
                                stop,
                                this::publish,
                                equipment.clock()),
                        CoordinatorState.START,
                        opening());
    }

    private Pipeline pipeline(Model model, ChatClient rules) {
        return new Pipeline(
                new Pipeline.Equipment(
                        new Timely(
                                model,
                                event ->
                                        publish(
                                                new CoordinatorEvent.InLoop(
                                                        new LoopEvent.Model(event)))),
                        rules,
                        request.budget().time().orElse(ENDLESS),
                        () -> with.desk().book().of(request.id()),
                        this::publish,
                        stop::raise));
    }

    private Transcript opening() {
        return CoordinatorPrompt.opening(
                request, with.desk().pool().usable(), with.desk().book().of(request.id()));
    }

    /// Told of each step of each operator of this investigation.
    public void onOperator(OperatorEvent event) {
        switch (event.step()) {
            case OperatorEvent.NotificationSent(var notification) -> {
                with.desk().book().add(notification);
                publish(
                        new CoordinatorEvent.NotificationReceived(
                                notification.operator(), notification.id()));
                mailbox.push(
                        Data.fields()
                                .put("news", "notification")
                                .put(
                                        "notification",
                                        NotificationView.of(
                                                notification, NotificationStatus.UNREAD))
                                .build());
            }
            case OperatorEvent.Finished(OperatorReport report) -> mailbox.push(ended(report));
            case OperatorEvent.Started _,
                    OperatorEvent.Asking _,
                    OperatorEvent.Chose _,
                    OperatorEvent.Rejected _,
                    OperatorEvent.StateChanged _,
                    OperatorEvent.SnapshotTaken _,
                    OperatorEvent.ScriptRan _,
                    OperatorEvent.Waiting _,
                    OperatorEvent.Thought _,
                    OperatorEvent.Fine _ -> {}
        }
    }

    private Data ended(OperatorReport report) {
        boolean crashed = report.outcome() instanceof Outcome.Failed;
        publish(
                crashed
                        ? new CoordinatorEvent.OperatorCrashed(
                                report.skill(), report.outcome().detail())
                        : new CoordinatorEvent.OperatorCompleted(report.skill(), report.outcome()));
        return Data.fields()
                .put("news", crashed ? "operator_crashed" : "operator_completed")
                .put("skill", report.skill().value())
                .put("state", report.state().word())
                .put("outcome", report.outcome().word())
                .put("detail", report.outcome().detail())
                .put("notifications", report.notifications().size())
                .put("unseen", report.unseen().stream().map(Data::of).toList())
                .build();
    }

    /// Ends the run from outside.
    public void stop(Outcome why) {
        stop.raise(why);
    }

    /// Runs to the end on the calling thread; the operators have ended too when it returns.
    public CoordinatorReport run() {
        publish(
                new CoordinatorEvent.Started(
                        request.reason(), request.named().stream().sorted().toList()));
        Outcome outcome;
        try {
            outcome = loop.run();
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(Level.ERROR, "the coordinator crashed", e);
            outcome = new Outcome.Failed("the coordinator crashed: " + e);
        }
        questions.stop();
        with.desk().pool().stop(outcome);
        List<OperatorReport> reports = reports();
        publish(new CoordinatorEvent.Finished(outcome));
        CoordinatorState state = loop.state();
        return new CoordinatorReport(
                outcome,
                state.insights(),
                reports,
                state.followUp(),
                reports.stream()
                        .map(OperatorReport::usage)
                        .reduce(loop.usage().plus(questions.usage()), Usage::plus));
    }

    private List<OperatorReport> reports() {
        try {
            return with.desk().pool().reports();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private void publish(LoopEvent event) {
        if (event instanceof LoopEvent.Model(LlmEvent call) && call.model().equals(Pipeline.NAME)) {
            return;
        }
        publish(
                switch (event) {
                    case LoopEvent.Asking _ -> new CoordinatorEvent.Asking();
                    case LoopEvent.Chose chose ->
                            new CoordinatorEvent.Chose(
                                    chose.tool(),
                                    chose.arguments(),
                                    chose.usage(),
                                    chose.request());
                    case LoopEvent.Rejected(String tool, String reason, var request) ->
                            new CoordinatorEvent.Rejected(tool, reason, request);
                    case LoopEvent.Waiting(Duration pause) -> new CoordinatorEvent.Waiting(pause);
                    case LoopEvent.Fine fine -> new CoordinatorEvent.InLoop(fine);
                });
    }

    private void publish(CoordinatorEvent.Step step) {
        with.listener()
                .accept(new CoordinatorEvent(with.clock().instant(), loop.iteration(), step));
    }
}
