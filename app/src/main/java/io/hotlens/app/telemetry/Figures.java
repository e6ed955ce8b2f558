package io.hotlens.app.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;

import java.util.List;
import java.util.function.Consumer;

/// Counts and distributions over all investigations of the session.
final class Figures implements Consumer<TelemetryEvent> {

    private static final double MS_PER_S = 1000;
    private static final List<Long> TOKENS =
            List.of(
                    1L,
                    4L,
                    16L,
                    64L,
                    256L,
                    1_024L,
                    4_096L,
                    16_384L,
                    65_536L,
                    262_144L,
                    1_048_576L,
                    4_194_304L,
                    16_777_216L,
                    67_108_864L);
    private static final List<Double> SECONDS =
            List.of(
                    0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96,
                    81.92);
    private static final AttributeKey<String> TYPE = AttributeKey.stringKey("hotlens.type");
    private static final AttributeKey<String> SEVERITY = AttributeKey.stringKey("hotlens.severity");

    private final LongHistogram tokens;
    private final DoubleHistogram durations;
    private final LongCounter investigations;
    private final LongCounter notifications;

    Figures(Meter meter) {
        tokens =
                meter.histogramBuilder("gen_ai.client.token.usage")
                        .setDescription("Tokens sent to and received from models")
                        .setUnit("{token}")
                        .ofLongs()
                        .setExplicitBucketBoundariesAdvice(TOKENS)
                        .build();
        durations =
                meter.histogramBuilder("gen_ai.client.operation.duration")
                        .setDescription("How long models took to answer")
                        .setUnit("s")
                        .setExplicitBucketBoundariesAdvice(SECONDS)
                        .build();
        investigations =
                meter.counterBuilder("hotlens.investigations")
                        .setDescription("Investigations that ended")
                        .setUnit("{investigation}")
                        .build();
        notifications =
                meter.counterBuilder("hotlens.notifications")
                        .setDescription("Findings that operators reported")
                        .setUnit("{notification}")
                        .build();
    }

    @Override
    public void accept(TelemetryEvent event) {
        switch (event.name()) {
            case LLM_STOP -> {
                Attributes call = GenAi.call(event);
                durations.record(seconds(event), call);
                record(event, TelemetryField.INPUT_TOKENS, "input", call);
                record(event, TelemetryField.OUTPUT_TOKENS, "output", call);
            }
            case LLM_EXCEPTION ->
                    durations.record(
                            seconds(event),
                            GenAi.call(event).toBuilder().put(GenAi.ERROR, "no_answer").build());
            case INVESTIGATION_ENDED ->
                    investigations.add(1, Attributes.of(GenAi.OUTCOME, Endings.outcome(event)));
            case OPERATOR_NOTIFICATION_SENT ->
                    notifications.add(
                            1,
                            Attributes.of(
                                    TYPE,
                                    event.said(TelemetryField.TYPE),
                                    SEVERITY,
                                    event.said(TelemetryField.SEVERITY)));
            default -> {}
        }
    }

    private void record(TelemetryEvent event, TelemetryField field, String type, Attributes call) {
        long count = (long) event.measured(field);
        if (count > 0) {
            tokens.record(count, call.toBuilder().put(GenAi.TOKEN_TYPE, type).build());
        }
    }

    private static double seconds(TelemetryEvent event) {
        return event.measured(TelemetryField.DURATION_MS) / MS_PER_S;
    }
}
