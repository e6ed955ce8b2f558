package io.hotlens.app.telemetry;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

import java.util.Optional;

/// The steps of Hotlens as events of its own flight recorder.
final class FlightEvents implements TelemetrySink, Nesting.Shape<FlightEvents.Step> {

    private final Nesting<Step> nesting = new Nesting<>(this);

    /// What all of them say.
    @Category("Hotlens")
    @StackTrace(false)
    abstract static sealed class Step extends Event {
        @Label("Investigation")
        String investigation = "";

        @Label("Skill")
        String skill = "";

        @Label("Outcome")
        String outcome = "";
    }

    @Name("hotlens.Investigation")
    @Label("Investigation")
    static final class InvestigationStep extends Step {}

    @Name("hotlens.Run")
    @Label("Run of an Operator or the Coordinator")
    static final class RunStep extends Step {
        @Label("Run")
        String run = "";
    }

    @Name("hotlens.Iteration")
    @Label("Iteration")
    static final class IterationStep extends Step {
        @Label("Iteration")
        int iteration;
    }

    @Name("hotlens.ModelCall")
    @Label("Model Call")
    static final class ModelCall extends Step {
        @Label("Model")
        String model = "";

        @Label("Attempt")
        int attempt;

        @Label("Input Tokens")
        long inputTokens;

        @Label("Output Tokens")
        long outputTokens;

        @Label("Took")
        @Timespan(Timespan.MILLISECONDS)
        long took;
    }

    @Name("hotlens.ToolCall")
    @Label("Tool Call")
    static final class ToolCall extends Step {
        @Label("Tool")
        String tool = "";

        @Label("Took")
        @Timespan(Timespan.MILLISECONDS)
        long took;
    }

    @Override
    public void accept(TelemetryEvent event) {
        nesting.accept(event);
    }

    @Override
    public Step begin(Nesting.Level level, Optional<Step> around, TelemetryEvent event) {
        Step step =
                switch (level) {
                    case INVESTIGATION -> new InvestigationStep();
                    case RUN -> {
                        var run = new RunStep();
                        event.run().ifPresent(id -> run.run = id.value());
                        yield run;
                    }
                    case ITERATION -> {
                        var iteration = new IterationStep();
                        iteration.iteration = event.iteration();
                        yield iteration;
                    }
                    case CALL ->
                            event.name() == TelemetryName.TOOL_START
                                    ? new ToolCall()
                                    : new ModelCall();
                };
        event.investigation().ifPresent(id -> step.investigation = id.value());
        event.skill().ifPresent(id -> step.skill = id.value());
        step.begin();
        return step;
    }

    @Override
    public void note(Step step, TelemetryEvent event) {}

    @Override
    public void end(Step step, TelemetryEvent event) {
        step.outcome = Endings.outcome(event);
        switch (step) {
            case ModelCall call -> {
                call.model = event.said(TelemetryField.MODEL);
                call.attempt = (int) event.measured(TelemetryField.ATTEMPT);
                call.inputTokens = (long) event.measured(TelemetryField.INPUT_TOKENS);
                call.outputTokens = (long) event.measured(TelemetryField.OUTPUT_TOKENS);
                call.took = (long) event.measured(TelemetryField.DURATION_MS);
            }
            case ToolCall call -> {
                call.tool = event.said(TelemetryField.TOOL);
                call.took = (long) event.measured(TelemetryField.DURATION_MS);
            }
            case InvestigationStep _, RunStep _, IterationStep _ -> {}
        }
        step.commit();
    }

    @Override
    public void cut(Step step) {
        step.commit();
    }

    @Override
    public void close() {
        nesting.cut();
    }
}
