package io.hotlens.app.telemetry;

import io.hotlens.app.chat.ChatAnswer;
import io.hotlens.app.chat.ChatEvent;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.skills.data.Data;

/// What is told of questions about an investigation.
final class ChatTranslation {

    private ChatTranslation() {}

    static TelemetryEvent of(InvestigationId investigation, ChatEvent event) {
        return step(investigation, event).build();
    }

    private static EventDraft step(InvestigationId investigation, ChatEvent event) {
        return switch (event.step()) {
            case ChatEvent.Asked(String question) ->
                    draft(TelemetryName.CHAT_ASKED, investigation, event)
                            .put(TelemetryField.MESSAGE, question);
            case ChatEvent.OperatorsSent(var skills) ->
                    draft(TelemetryName.CHAT_INVOKE_OPERATORS, investigation, event)
                            .put(
                                    TelemetryField.SKILLS,
                                    Data.items(
                                            skills.stream()
                                                    .map(id -> Data.of(id.value()))
                                                    .toList()))
                            .put(TelemetryField.COUNT, skills.size());
            case ChatEvent.Chose(String tool) ->
                    draft(TelemetryName.TOOL_START, investigation, event)
                            .put(TelemetryField.TOOL, tool);
            case ChatEvent.Rejected(String tool, String reason) ->
                    draft(TelemetryName.CHAT_INVALID_INTENT, investigation, event)
                            .put(TelemetryField.NAME, tool)
                            .put(TelemetryField.REASON, reason);
            case ChatEvent.Answered(ChatAnswer answer) ->
                    draft(TelemetryName.CHAT_ANSWERED, investigation, event)
                            .put(TelemetryField.OUTCOME, answer.outcome().word())
                            .put(TelemetryField.REASON, answer.outcome().detail())
                            .put(TelemetryField.ANSWER, answer.text())
                            .put(TelemetryField.DURATION_MS, answer.took());
            case ChatEvent.InLoop(var inLoop) ->
                    LoopTranslation.of(inLoop, name -> draft(name, investigation, event));
        };
    }

    private static EventDraft draft(
            TelemetryName name, InvestigationId investigation, ChatEvent event) {
        return new EventDraft(name, event.at()).of(investigation, event.iteration());
    }
}
