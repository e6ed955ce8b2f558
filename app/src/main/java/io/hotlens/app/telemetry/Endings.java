package io.hotlens.app.telemetry;

/// How a step ended, by the event that ended it.
final class Endings {

    static final String COMPLETED = "completed";
    static final String FAILED = "failed";

    private Endings() {}

    /// `completed`, `refused` (the tool could not do it and said why), `truncated`, `failed` or
    /// `cancelled`.
    static String outcome(TelemetryEvent event) {
        return switch (event.name()) {
            case LLM_EXCEPTION, TOOL_EXCEPTION, OPERATOR_CRASHED, COORDINATOR_CRASHED -> FAILED;
            case OPERATOR_TRUNCATED, COORDINATOR_TRUNCATED -> "truncated";
            case OPERATOR_CANCELLED, COORDINATOR_CANCELLED -> "cancelled";
            case INVESTIGATION_ENDED, CHAT_ANSWERED -> event.said(TelemetryField.OUTCOME);
            case TOOL_STOP -> event.holds(TelemetryField.OK) ? COMPLETED : "refused";
            default -> COMPLETED;
        };
    }
}
