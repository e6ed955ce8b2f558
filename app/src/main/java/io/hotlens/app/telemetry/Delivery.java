package io.hotlens.app.telemetry;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.MemoryMode;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;

/// Notices when nothing arrives at the collector, and says so once.
final class Delivery {

    private final AtomicBoolean failed = new AtomicBoolean();
    private final Runnable complaint;

    Delivery(Runnable complaint) {
        this.complaint = complaint;
    }

    /// Never fails, so that the library has nothing to complain about at each batch.
    private CompletableResultCode watched(CompletableResultCode result) {
        var quiet = new CompletableResultCode();
        result.whenComplete(
                () -> {
                    if (!result.isSuccess() && failed.compareAndSet(false, true)) {
                        complaint.run();
                    }
                    quiet.succeed();
                });
        return quiet;
    }

    SpanExporter spans(SpanExporter exporter) {
        return new WatchedSpans(exporter);
    }

    MetricExporter metrics(MetricExporter exporter) {
        return new WatchedMetrics(exporter);
    }

    private final class WatchedSpans implements SpanExporter {
        private final SpanExporter exporter;

        WatchedSpans(SpanExporter exporter) {
            this.exporter = exporter;
        }

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            return watched(exporter.export(spans));
        }

        @Override
        public CompletableResultCode flush() {
            return exporter.flush();
        }

        @Override
        public CompletableResultCode shutdown() {
            return exporter.shutdown();
        }
    }

    private final class WatchedMetrics implements MetricExporter {
        private final MetricExporter exporter;

        WatchedMetrics(MetricExporter exporter) {
            this.exporter = exporter;
        }

        @Override
        public CompletableResultCode export(Collection<MetricData> metrics) {
            return watched(exporter.export(metrics));
        }

        @Override
        public AggregationTemporality getAggregationTemporality(InstrumentType type) {
            return exporter.getAggregationTemporality(type);
        }

        @Override
        public Aggregation getDefaultAggregation(InstrumentType type) {
            return exporter.getDefaultAggregation(type);
        }

        @Override
        public MemoryMode getMemoryMode() {
            return exporter.getMemoryMode();
        }

        @Override
        public CompletableResultCode flush() {
            return exporter.flush();
        }

        @Override
        public CompletableResultCode shutdown() {
            return exporter.shutdown();
        }
    }
}
