package io.hotlens.app.telemetry;

import static io.hotlens.app.telemetry.TelemetryField.*;

import java.util.List;
import java.util.Locale;

/// Every event that there is. The name is the constant's own: `OPERATOR_STATE_CHANGE` is
/// `hotlens.operator.state_change`.
public enum TelemetryName {
    CONNECTION_CHANGED("The target answers, was lost or is gone.", STATE, REASON),
    CALLBACK_AUDITED(
            "A call that costs the target more than a cheap read, or was refused.",
            CALLBACK,
            IMPACT,
            ALLOWED,
            PREDICTED_PAUSE_MS,
            REASON),
    INVESTIGATION_STARTED("An investigation began.", REASON),
    INVESTIGATION_ENDED("An investigation ended, with everything it started.", OUTCOME, REASON),
    NOTIFICATION_STATUS_CHANGED(
            "A notification is new, or was read or resolved.", NOTIFICATION_ID, STATUS),

    LLM_START("The model is asked.", MODEL, ATTEMPT, MESSAGES),
    LLM_STOP(
            "The model answered.",
            MODEL,
            ATTEMPT,
            DURATION_MS,
            INPUT_TOKENS,
            OUTPUT_TOKENS,
            COST_USD),
    LLM_EXCEPTION("The model did not answer.", MODEL, ATTEMPT, DURATION_MS, WILL_RETRY, REASON),
    TOOL_START("The model chose a tool.", TOOL),
    TOOL_STOP("The tool answered; its pause is over too.", TOOL, OK, DURATION_MS, REASON),
    TOOL_EXCEPTION("The tool came to no answer, which ends the run.", TOOL, DURATION_MS),
    COMPACTION_START("The transcript is about to be shortened.", MESSAGES, PROMPT_TOKENS),
    COMPACTION_STOP("The transcript was shortened.", MESSAGES, PROMPT_TOKENS, DURATION_MS),

    OPERATOR_INVOCATION_QUEUED("The run waits for its turn.", AHEAD),
    OPERATOR_STATUS_CHANGE("The run is `new`, `queued`, `running` or `ended`.", FROM, TO),
    OPERATOR_STARTED("The run began.", REASON),
    OPERATOR_ITERATION_START("The next tool is about to be chosen.", STATE),
    OPERATOR_INVALID_INTENT("The model's answer could not be used; it was told why.", NAME, REASON),
    OPERATOR_STATE_CHANGE("The operator's verdict changed.", FROM, TO, REASON),
    OPERATOR_TAKE_SNAPSHOT("The skill's metrics were read.", SNAPSHOT_ID, READINGS),
    OPERATOR_SNAPSHOT_FAILED("The skill's metrics could not be read.", REASON),
    OPERATOR_GET_SNAPSHOT("One snapshot was shown.", FOUND, SNAPSHOT_ID),
    OPERATOR_GET_SNAPSHOTS("Snapshots were listed.", COUNT),
    OPERATOR_GET_NOTIFICATIONS("The run's notifications were listed.", COUNT),
    OPERATOR_NOTIFICATION_SENT(
            "A finding was reported.",
            NOTIFICATION_ID,
            TYPE,
            SEVERITY,
            COUNT,
            SUBJECT,
            CONTEXT,
            OBSERVATION,
            HYPOTHESIS),
    OPERATOR_NOTIFICATION_FAILED("A finding was not accepted.", REASON),
    OPERATOR_EXECUTE_START("A script begins.", CODE),
    OPERATOR_EXECUTE_COMPLETE("A script ran to its end.", DURATION_MS, RESULT),
    OPERATOR_EXECUTE_ERROR("A script failed.", DURATION_MS, REASON),
    OPERATOR_WAIT("The operator pauses.", PAUSE_MS),
    OPERATOR_THINK("The model noted a thought.", THOUGHT),
    OPERATOR_DONE("The model says that it is done."),
    OPERATOR_COMPLETED(
            "The run ended by itself.",
            STATE,
            DURATION_MS,
            ITERATIONS,
            NOTIFICATIONS,
            SNAPSHOTS,
            UNSEEN,
            INPUT_TOKENS,
            OUTPUT_TOKENS,
            COST_USD),
    OPERATOR_TRUNCATED(
            "The run hit a limit.",
            LIMIT,
            STATE,
            DURATION_MS,
            ITERATIONS,
            NOTIFICATIONS,
            SNAPSHOTS,
            UNSEEN,
            INPUT_TOKENS,
            OUTPUT_TOKENS,
            COST_USD),
    OPERATOR_CRASHED(
            "The run could not go on: no answer of the model, or a fault of ours.",
            STATE,
            DURATION_MS,
            ITERATIONS,
            NOTIFICATIONS,
            SNAPSHOTS,
            UNSEEN,
            INPUT_TOKENS,
            OUTPUT_TOKENS,
            COST_USD,
            REASON),
    OPERATOR_CANCELLED(
            "Somebody stopped the run.",
            STATE,
            DURATION_MS,
            ITERATIONS,
            NOTIFICATIONS,
            SNAPSHOTS,
            UNSEEN,
            INPUT_TOKENS,
            OUTPUT_TOKENS,
            COST_USD),

    COORDINATOR_STARTED("The coordinator began.", SKILLS, REASON),
    COORDINATOR_SCHEDULED_REINVOKE(
            "The look that an earlier investigation asked for has begun.", CHAIN, REASON),
    COORDINATOR_ITERATION_START("The next tool is about to be chosen."),
    COORDINATOR_INVALID_INTENT(
            "The model's answer could not be used, or its insight failed the check.", NAME, REASON),
    COORDINATOR_GET_NOTIFICATIONS("Notifications were listed.", FILTER, COUNT),
    COORDINATOR_UPDATE_NOTIFICATION_STATUSES(
            "Notifications were read or resolved.", STATUS, COUNT, NOTIFICATION_IDS),
    COORDINATOR_INSIGHT_PRODUCED(
            "A conclusion passed its check; `type` is that of the root cause.",
            INSIGHT_ID,
            TYPE,
            SEVERITY,
            CORRELATION,
            CONFIDENCE,
            GROUNDED,
            COUNT,
            SUBJECT,
            SUMMARY,
            HYPOTHESIS),
    COORDINATOR_INVOKE_OPERATORS("Operators were sent out.", SKILLS, COUNT),
    COORDINATOR_OPERATOR_NOT_FOUND("There is no usable skill of the name.", NAME),
    COORDINATOR_MESSAGE_OPERATOR("An operator was asked what it has seen.", MESSAGE, ANSWER),
    COORDINATOR_GET_OPERATOR_STATUSES("It was shown where the operators stand.", COUNT),
    COORDINATOR_OPERATOR_NOTIFICATION_RECEIVED("A finding has arrived.", NOTIFICATION_ID),
    COORDINATOR_OPERATOR_COMPLETE("An operator has ended without a crash.", OUTCOME),
    COORDINATOR_OPERATOR_CRASHED("An operator could not go on.", REASON),
    COORDINATOR_WAIT("The coordinator pauses; news end the pause.", PAUSE_MS),
    COORDINATOR_THINK("The model noted a thought.", THOUGHT),
    COORDINATOR_SCHEDULE("The coordinator ends and wants a later look.", DELAY_MS, REASON),
    COORDINATOR_SCHEDULE_REJECTED("A later look was refused.", RUNNING, REASON),
    COORDINATOR_PIPELINE_CLASSIFY_START(
            "The model of a pipeline is asked whom to send out; `count` is of the skills.", COUNT),
    COORDINATOR_PIPELINE_CLASSIFY_COMPLETE(
            "Who is sent out is known, by the model or since it gave no usable answer.",
            INTENT,
            SKILLS,
            DURATION_MS),
    COORDINATOR_PIPELINE_SYNTHESIZE_START(
            "The model of a pipeline is asked what the findings mean; `count` is of these.", COUNT),
    COORDINATOR_PIPELINE_SYNTHESIZE_COMPLETE(
            "The model answered or failed; `count` is of the insights it proposes.",
            COUNT,
            DURATION_MS),
    COORDINATOR_DONE("The model says that it is done.", UNREAD),
    COORDINATOR_DONE_REJECTED("The model cannot be done while operators run.", RUNNING),
    COORDINATOR_COMPLETED("The coordinator ended by itself."),
    COORDINATOR_TRUNCATED("The coordinator hit its deadline or another limit.", LIMIT),
    COORDINATOR_CRASHED(
            "The coordinator could not go on: no answer of the model, or a fault of ours.", REASON),
    COORDINATOR_CANCELLED("Somebody stopped the investigation."),

    CHAT_ASKED("The user asked about an investigation.", MESSAGE),
    CHAT_INVOKE_OPERATORS("Operators were sent out to look again.", SKILLS, COUNT),
    CHAT_INVALID_INTENT("The model's answer could not be used.", NAME, REASON),
    CHAT_ANSWERED(
            "The question was answered, or not: `reason` says why.",
            OUTCOME,
            DURATION_MS,
            REASON,
            ANSWER),

    MONITOR_LEARNING_COMPLETE("What is normal is known; values are judged now.", METRICS),
    MONITOR_ANOMALY_DETECTED(
            "A metric left its normal.", METRIC, VALUE, EXPECTED_LOW, EXPECTED_HIGH, Z),
    MONITOR_ESCALATION(
            "A metric stays away from its normal; the cooldown begins. `metrics` is of all that"
                    + " do.",
            METRIC,
            VALUE,
            EXPECTED_LOW,
            EXPECTED_HIGH,
            Z,
            METRICS),
    MONITOR_COOLDOWN_COMPLETE("After an escalation values are judged again."),
    MONITOR_SETTLED(
            "After a restart of the target; `metrics` is of those whose normal still holds.",
            METRICS),
    MONITOR_ALERT_RAISED("A rule of the user begins to hold.", METRIC, VALUE),
    MONITOR_ALERT_SENT("It is in the inbox.", NOTIFICATION_ID, OBSERVATION),
    MONITOR_AUTO_TRIGGER_STARTED("An investigation began by itself.", REASON),
    MONITOR_AUTO_TRIGGER_FAILED("None began; `reason` says why.", REASON),
    MONITOR_TRIGGER_RATE_LIMITED(
            "None began, since `count` may within an hour and have.", COUNT, REASON),

    TELEMETRY_DROPPED("This reader was too slow and lost the oldest events.", DROPPED);

    private final String meaning;

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<TelemetryField> fields;

    TelemetryName(String meaning, TelemetryField... fields) {
        this.meaning = meaning;
        this.fields = List.of(fields);
    }

    public String meaning() {
        return meaning;
    }

    /// What its events may carry, measurements and metadata.
    public List<TelemetryField> fields() {
        return fields;
    }

    /// Such as `hotlens.operator.state_change`.
    public String word() {
        return "hotlens." + name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
    }
}
