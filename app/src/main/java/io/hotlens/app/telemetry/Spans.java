package io.hotlens.app.telemetry;

import io.hotlens.app.trace.InvestigationId;
import io.hotlens.app.trace.RunId;
import io.hotlens.skills.skill.SkillId;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

import java.util.Optional;

/// Steps as spans: an investigation is a trace with the investigation's id; what happens within a
/// step is an event of its span.
final class Spans implements Nesting.Shape<Span> {

    private static final String COORDINATOR = "coordinator";
    private static final String CHAT = "chat";

    private final Tracer tracer;
    private final TraceIds ids;

    /// @param ids what the tracer takes its ids from
    Spans(Tracer tracer, TraceIds ids) {
        this.tracer = tracer;
        this.ids = ids;
    }

    @Override
    public Span begin(Nesting.Level level, Optional<Span> around, TelemetryEvent event) {
        event.investigation().ifPresent(ids::use);
        SpanBuilder span =
                switch (level) {
                    case INVESTIGATION -> tracer.spanBuilder("investigation");
                    case RUN -> run(event);
                    case ITERATION ->
                            tracer.spanBuilder("iteration")
                                    .setAttribute("hotlens.iteration", event.iteration());
                    case CALL -> call(event);
                };
        Context parent = around.<Context>map(Context.root()::with).orElseGet(Context::root);
        return span.setParent(parent).setStartTimestamp(event.at()).startSpan();
    }

    private SpanBuilder run(TelemetryEvent event) {
        String agent =
                event.skill()
                        .map(SkillId::value)
                        .orElse(event.name() == TelemetryName.CHAT_ASKED ? CHAT : COORDINATOR);
        SpanBuilder span =
                tracer.spanBuilder(GenAi.INVOKE_AGENT + " " + agent)
                        .setAttribute(GenAi.OPERATION, GenAi.INVOKE_AGENT)
                        .setAttribute(GenAi.AGENT, agent);
        event.run().map(RunId::value).ifPresent(id -> span.setAttribute(GenAi.AGENT_ID, id));
        event.investigation()
                .map(InvestigationId::value)
                .ifPresent(id -> span.setAttribute(GenAi.CONVERSATION, id));
        return span;
    }

    private SpanBuilder call(TelemetryEvent event) {
        if (event.name() == TelemetryName.TOOL_START) {
            String tool = event.said(TelemetryField.TOOL);
            return tracer.spanBuilder(GenAi.EXECUTE_TOOL + " " + tool)
                    .setAttribute(GenAi.OPERATION, GenAi.EXECUTE_TOOL)
                    .setAttribute(GenAi.TOOL, tool);
        }
        return tracer.spanBuilder(GenAi.CHAT + " " + GenAi.model(event))
                .setSpanKind(SpanKind.CLIENT)
                .setAllAttributes(GenAi.call(event))
                .setAttribute("hotlens.attempt", (long) event.measured(TelemetryField.ATTEMPT));
    }

    @Override
    public void note(Span step, TelemetryEvent event) {
        step.addEvent(event.name().word(), PublicAttributes.of(event), event.at());
    }

    @Override
    public void end(Span step, TelemetryEvent event) {
        String outcome = Endings.outcome(event);
        step.setAttribute(GenAi.OUTCOME, outcome);
        if (outcome.equals(Endings.FAILED)) {
            step.setStatus(StatusCode.ERROR);
            step.setAttribute(GenAi.ERROR, error(event));
        }
        if (event.name().fields().contains(TelemetryField.INPUT_TOKENS)) {
            step.setAttribute(
                    GenAi.INPUT_TOKENS, (long) event.measured(TelemetryField.INPUT_TOKENS));
            step.setAttribute(
                    GenAi.OUTPUT_TOKENS, (long) event.measured(TelemetryField.OUTPUT_TOKENS));
        }
        step.setAllAttributes(PublicAttributes.of(event));
        step.end(event.at());
    }

    private static String error(TelemetryEvent event) {
        return event.name() == TelemetryName.LLM_EXCEPTION ? "no_answer" : Endings.FAILED;
    }

    @Override
    public void cut(Span step) {
        step.end();
    }
}
