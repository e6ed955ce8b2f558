package io.hotlens.app.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Sends spans and metrics to a collector by OTLP over HTTP. Only numbers, closed words and ids
/// leave; a collector that is not there is told once.
final class OtlpExport implements TelemetrySink {

    private static final String SCOPE = "io.hotlens";
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration REQUEST = Duration.ofSeconds(3);
    private static final Duration METRICS_EVERY = Duration.ofSeconds(15);

    /// The exporters' own complaints, one a batch; held, since loggers are not.
    private static final Logger NOISE = Logger.getLogger("io.opentelemetry.exporter");

    private final SdkTracerProvider tracers;
    private final SdkMeterProvider meters;
    private final Nesting<Span> nesting;
    private final Figures figures;

    private OtlpExport(SdkTracerProvider tracers, TraceIds ids, SdkMeterProvider meters) {
        this.tracers = tracers;
        this.meters = meters;
        this.nesting = new Nesting<>(new Spans(tracers.get(SCOPE), ids));
        this.figures = new Figures(meters.get(SCOPE));
    }

    /// @param collector base URL; `/v1/traces` and `/v1/metrics` are added
    /// @param troubles told a sentence, once, when the collector does not take what is sent
    static OtlpExport to(URI collector, Consumer<String> troubles) {
        NOISE.setLevel(Level.OFF);
        var delivery =
                new Delivery(
                        () ->
                                troubles.accept(
                                        "Telemetry does not reach %s; see that a collector takes OTLP over HTTP there. Nothing else is affected."
                                                .formatted(collector)));
        String base = collector.toString().replaceAll("/+$", "");
        Resource resource =
                Resource.getDefault()
                        .merge(
                                Resource.create(
                                        Attributes.builder()
                                                .put("service.name", "hotlens")
                                                .build()));
        var ids = new TraceIds();
        var tracers =
                SdkTracerProvider.builder()
                        .setResource(resource)
                        .setIdGenerator(ids)
                        .addSpanProcessor(
                                BatchSpanProcessor.builder(delivery.spans(spans(base))).build())
                        .build();
        var meters =
                SdkMeterProvider.builder()
                        .setResource(resource)
                        .registerMetricReader(
                                PeriodicMetricReader.builder(delivery.metrics(metrics(base)))
                                        .setInterval(METRICS_EVERY)
                                        .build())
                        .build();
        return new OtlpExport(tracers, ids, meters);
    }

    private static OtlpHttpSpanExporter spans(String base) {
        return OtlpHttpSpanExporter.builder()
                .setEndpoint(base + "/v1/traces")
                .setCompression("gzip")
                .setConnectTimeout(CONNECT)
                .setTimeout(REQUEST)
                .setRetryPolicy(answersOnly())
                .build();
    }

    private static OtlpHttpMetricExporter metrics(String base) {
        return OtlpHttpMetricExporter.builder()
                .setEndpoint(base + "/v1/metrics")
                .setCompression("gzip")
                .setConnectTimeout(CONNECT)
                .setTimeout(REQUEST)
                .setRetryPolicy(answersOnly())
                .build();
    }

    /// Asks again when the collector answers that it is busy, not when nobody answers.
    private static RetryPolicy answersOnly() {
        return RetryPolicy.builder().setRetryExceptionPredicate(_ -> false).build();
    }

    @Override
    public void accept(TelemetryEvent event) {
        nesting.accept(event);
        figures.accept(event);
    }

    @Override
    public void close() {
        nesting.cut();
        CompletableResultCode traces = tracers.shutdown();
        CompletableResultCode counts = meters.shutdown();
        traces.join(REQUEST.toMillis(), TimeUnit.MILLISECONDS);
        counts.join(REQUEST.toMillis(), TimeUnit.MILLISECONDS);
    }
}
