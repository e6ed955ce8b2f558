package io.hotlens.app.telemetry;

import io.hotlens.app.llm.LlmEvent;
import io.hotlens.app.loop.LoopEvent;

import java.time.Duration;
import java.util.function.Function;

/// What both loops do alike, as telemetry.
final class LoopTranslation {

    private LoopTranslation() {}

    /// @param draft begins an event of the name, with the ids of its run
    static EventDraft of(LoopEvent.Fine event, Function<TelemetryName, EventDraft> draft) {
        return switch (event) {
            case LoopEvent.Model(LlmEvent call) -> call(call, draft);
            case LoopEvent.ToolAnswered(String tool, String error, Duration took) ->
                    draft.apply(TelemetryName.TOOL_STOP)
                            .put(TelemetryField.TOOL, tool)
                            .put(TelemetryField.OK, error.isEmpty())
                            .put(TelemetryField.DURATION_MS, took)
                            .put(TelemetryField.REASON, error);
            case LoopEvent.ToolFailed(String tool, Duration took) ->
                    draft.apply(TelemetryName.TOOL_EXCEPTION)
                            .put(TelemetryField.TOOL, tool)
                            .put(TelemetryField.DURATION_MS, took);
            case LoopEvent.CompactionStarted(int messages, long tokens) ->
                    draft.apply(TelemetryName.COMPACTION_START)
                            .put(TelemetryField.MESSAGES, messages)
                            .put(TelemetryField.PROMPT_TOKENS, tokens);
            case LoopEvent.CompactionStopped(int messages, long tokens, Duration took) ->
                    draft.apply(TelemetryName.COMPACTION_STOP)
                            .put(TelemetryField.MESSAGES, messages)
                            .put(TelemetryField.PROMPT_TOKENS, tokens)
                            .put(TelemetryField.DURATION_MS, took);
        };
    }

    private static EventDraft call(LlmEvent event, Function<TelemetryName, EventDraft> draft) {
        EventDraft call =
                draft.apply(
                                switch (event) {
                                    case LlmEvent.CallStarted _ -> TelemetryName.LLM_START;
                                    case LlmEvent.CallStopped _ -> TelemetryName.LLM_STOP;
                                    case LlmEvent.CallFailed _ -> TelemetryName.LLM_EXCEPTION;
                                })
                        .put(TelemetryField.MODEL, event.model())
                        .put(TelemetryField.ATTEMPT, event.attempt());
        return switch (event) {
            case LlmEvent.CallStarted started ->
                    call.put(TelemetryField.MESSAGES, started.messages());
            case LlmEvent.CallStopped stopped ->
                    call.put(TelemetryField.DURATION_MS, stopped.took()).put(stopped.usage());
            case LlmEvent.CallFailed failed ->
                    call.put(TelemetryField.DURATION_MS, failed.took())
                            .put(TelemetryField.WILL_RETRY, failed.willRetry())
                            .put(TelemetryField.REASON, failed.reason());
        };
    }
}
