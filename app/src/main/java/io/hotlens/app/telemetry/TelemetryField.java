package io.hotlens.app.telemetry;

import java.util.Locale;

/// What a telemetry event can carry beside its name, time and ids.
public enum TelemetryField {
    AHEAD(Kind.MEASURE, "runs of the same operator before it, the present one included"),
    ATTEMPT(Kind.MEASURE, "which attempt to reach the model, from 1"),
    CHAIN(Kind.MEASURE, "how many follow-ups led here, from 1"),
    COST_USD(Kind.MEASURE, "what the model cost in US dollars; 0 for the built-in one"),
    COUNT(Kind.MEASURE, "how many were read, changed, cited or proposed"),
    DELAY_MS(Kind.MEASURE, "from now until the next look"),
    DROPPED(Kind.MEASURE, "events lost since the last one that was delivered"),
    DURATION_MS(Kind.MEASURE, "how long it took"),
    EXPECTED_HIGH(Kind.MEASURE, "upper end of what was expected of a metric, in its unit"),
    EXPECTED_LOW(Kind.MEASURE, "lower end of what was expected of a metric, in its unit"),
    INPUT_TOKENS(Kind.MEASURE, "tokens sent to the model"),
    ITERATIONS(Kind.MEASURE, "tool calls of the run, unusable answers included"),
    MESSAGES(Kind.MEASURE, "length of the transcript"),
    METRICS(Kind.MEASURE, "metrics that it is about"),
    NOTIFICATIONS(Kind.MEASURE, "notifications that the run sent"),
    OUTPUT_TOKENS(Kind.MEASURE, "tokens that came back from the model"),
    PAUSE_MS(Kind.MEASURE, "how long a pause is to be at most"),
    PREDICTED_PAUSE_MS(Kind.MEASURE, "for how long the call stops the target, as predicted"),
    PROMPT_TOKENS(Kind.MEASURE, "size of the present prompt"),
    READINGS(Kind.MEASURE, "metrics in the snapshot"),
    RUNNING(Kind.MEASURE, "operators that have not ended"),
    SNAPSHOTS(Kind.MEASURE, "snapshots that the run took"),
    UNREAD(Kind.MEASURE, "notifications that nobody has read"),
    UNSEEN(Kind.MEASURE, "things that the run could not look at"),
    VALUE(Kind.MEASURE, "of a metric, in its unit; the rise per second of a counter"),
    Z(Kind.MEASURE, "how odd a value is, as the deviation of a normal variable that is as rare"),

    ALLOWED(Kind.WORD, "whether the call ran"),
    CALLBACK(Kind.WORD, "name of the callback"),
    CONFIDENCE(Kind.WORD, "`low`, `medium` or `high`, as computed"),
    CORRELATION(Kind.WORD, "`temporal`, `causal` or `symptomatic`"),
    FILTER(Kind.WORD, "the status that was asked for, or `all`"),
    FOUND(Kind.WORD, "whether it exists"),
    FROM(Kind.WORD, "what it was before"),
    GROUNDED(Kind.WORD, "whether the cause rests on enough facts"),
    IMPACT(Kind.WORD, "`free`, `low`, `pause` or `heavy`"),
    INSIGHT_ID(Kind.WORD, "16 hex digits"),
    INTENT(Kind.WORD, "`diagnose`, `check` or `question`"),
    LIMIT(Kind.WORD, "the limit that was hit, such as `25 iterations`"),
    METRIC(Kind.WORD, "id of a metric, such as `gc.time_in_gc_pct`"),
    MODEL(Kind.WORD, "`provider:model`; the built-in one is `hotlens:rules`"),
    NOTIFICATION_ID(Kind.WORD, "16 hex digits"),
    NOTIFICATION_IDS(Kind.WORD, "a list of such ids"),
    OK(Kind.WORD, "whether the tool did what was asked"),
    OUTCOME(Kind.WORD, "`completed`, `truncated`, `failed` or `cancelled`"),
    SEVERITY(Kind.WORD, "`info`, `warning` or `critical`"),
    SKILLS(Kind.WORD, "ids of skills"),
    SNAPSHOT_ID(Kind.WORD, "16 hex digits"),
    STATE(Kind.WORD, "the operator's verdict, or where the connection stands"),
    STATUS(Kind.WORD, "`unread`, `acknowledged` or `resolved`"),
    TO(Kind.WORD, "what it is now"),
    TOOL(Kind.WORD, "name of the tool"),
    TYPE(Kind.WORD, "an anomaly type such as `heap_leak`"),
    WILL_RETRY(Kind.WORD, "whether another attempt follows"),

    ANSWER(Kind.TEXT, "what was answered"),
    CODE(Kind.TEXT, "the script"),
    CONTEXT(Kind.TEXT, "facts around a finding"),
    HYPOTHESIS(Kind.TEXT, "a guess at what is behind it"),
    MESSAGE(Kind.TEXT, "what was asked"),
    NAME(Kind.TEXT, "what the model wrote in place of a name that exists"),
    OBSERVATION(Kind.TEXT, "the fact that was found"),
    REASON(Kind.TEXT, "why, in a sentence"),
    RESULT(Kind.TEXT, "what the script returned"),
    SUBJECT(Kind.TEXT, "the thread, pool, class or lock it is about"),
    SUMMARY(Kind.TEXT, "the conclusion in a line"),
    THOUGHT(Kind.TEXT, "what the model noted");

    /// What a value is made of, which decides how far it may go.
    public enum Kind {
        /// A number with its unit in the name.
        MEASURE,
        /// A closed word, a type, a truth value or an id of ours: may leave this machine.
        WORD,
        /// Written by a target, a model or a user: stays on this machine.
        TEXT
    }

    private final Kind kind;
    private final String meaning;

    TelemetryField(Kind kind, String meaning) {
        this.kind = kind;
        this.meaning = meaning;
    }

    public Kind kind() {
        return kind;
    }

    public String meaning() {
        return meaning;
    }

    /// The name in an event, such as `duration_ms`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
