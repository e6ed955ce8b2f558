package io.hotlens.app.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.event.EventBus;
import io.hotlens.app.fixture.Eventually;
import io.hotlens.app.session.Investigations;
import io.hotlens.app.session.Stage;
import io.hotlens.app.trace.InvestigationId;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

@Timeout(60)
final class OtlpExportTest {

    private final List<String> troubles = new CopyOnWriteArrayList<>();

    private Telemetry start(EventBus bus, URI collector) throws IOException {
        return Telemetry.start(
                bus, new TelemetryOptions(Optional.empty(), Optional.of(collector)), troubles::add);
    }

    private InvestigationId play(Collector collector) throws Exception {
        InvestigationId id;
        try (Stage stage = Play.stage();
                Telemetry _ = start(stage.bus(), collector.url())) {
            Investigations.Handle handle = stage.investigate("is it " + Play.PRIVATE + "?");
            handle.await();
            id = handle.id();
        }
        Eventually.holds(collector::hasBoth);
        return id;
    }

    private static Span one(List<Span> spans, String name) {
        List<Span> found = spans.stream().filter(s -> s.getName().equals(name)).toList();
        assertEquals(1, found.size(), name);
        return found.getFirst();
    }

    private static List<Span> within(List<Span> spans, Span parent) {
        return spans.stream()
                .filter(s -> s.getParentSpanId().equals(parent.getSpanId()))
                .sorted((a, b) -> Long.compare(a.getStartTimeUnixNano(), b.getStartTimeUnixNano()))
                .toList();
    }

    private static List<String> names(List<Span> spans) {
        return spans.stream().map(Span::getName).toList();
    }

    private static Map<String, Object> values(Span span) {
        return Collector.values(span.getAttributesList());
    }

    private static List<Span> iterations(List<Span> spans, Span run) {
        List<Span> iterations = within(spans, run);
        assertEquals(List.of("iteration"), names(iterations).stream().distinct().toList());
        return iterations;
    }

    @Test
    void investigationIsATraceOfRunsIterationsAndCalls() throws Exception {
        try (var collector = new Collector()) {
            InvestigationId id = play(collector);

            List<Span> spans = collector.spans();
            Span root = one(spans, "investigation");
            assertTrue(root.getParentSpanId().isEmpty());
            assertEquals("completed", values(root).get("hotlens.outcome"));
            assertEquals(
                    List.of("invoke_agent coordinator", "invoke_agent gc"),
                    names(within(spans, root)));
            for (Span span : spans) {
                assertEquals(id.value(), HexFormat.of().formatHex(span.getTraceId().toByteArray()));
                for (Span inner : within(spans, span)) {
                    assertTrue(span.getStartTimeUnixNano() <= inner.getStartTimeUnixNano());
                    assertTrue(inner.getEndTimeUnixNano() <= span.getEndTimeUnixNano());
                }
            }
            assertEquals("hotlens", collector.resource().get("service.name"));
            assertEquals(List.of(), troubles);
        }
    }

    @Test
    void runsAndCallsFollowTheConventionsForGenerativeModels() throws Exception {
        try (var collector = new Collector()) {
            InvestigationId id = play(collector);

            List<Span> spans = collector.spans();
            Span run = one(spans, "invoke_agent gc");
            Map<String, Object> ofRun = values(run);
            assertEquals("invoke_agent", ofRun.get("gen_ai.operation.name"));
            assertEquals("gc", ofRun.get("gen_ai.agent.name"));
            assertEquals(id.value(), ofRun.get("gen_ai.conversation.id"));
            assertEquals(1200L, ofRun.get("gen_ai.usage.input_tokens"));
            assertEquals("completed", ofRun.get("hotlens.outcome"));

            List<Span> first = within(spans, iterations(spans, run).getFirst());
            assertEquals(List.of("chat thinker-1", "execute_tool think"), names(first));
            Span chat = first.getFirst();
            assertEquals(Span.SpanKind.SPAN_KIND_CLIENT, chat.getKind());
            Map<String, Object> ofChat = values(chat);
            assertEquals("chat", ofChat.get("gen_ai.operation.name"));
            assertEquals("acme", ofChat.get("gen_ai.provider.name"));
            assertEquals("thinker-1", ofChat.get("gen_ai.request.model"));
            assertEquals(1200L, ofChat.get("gen_ai.usage.input_tokens"));
            assertEquals(34L, ofChat.get("gen_ai.usage.output_tokens"));
            Map<String, Object> ofTool = values(first.getLast());
            assertEquals("execute_tool", ofTool.get("gen_ai.operation.name"));
            assertEquals("think", ofTool.get("gen_ai.tool.name"));
        }
    }

    @Test
    void failedAttemptAndRefusedToolAreToldApart() throws Exception {
        try (var collector = new Collector()) {
            play(collector);

            List<Span> spans = collector.spans();
            Span failed =
                    spans.stream()
                            .filter(
                                    s ->
                                            s.getStatus().getCode()
                                                    == Status.StatusCode.STATUS_CODE_ERROR)
                            .findFirst()
                            .orElseThrow();
            assertEquals("chat thinker-1", failed.getName());
            assertEquals("no_answer", values(failed).get("error.type"));
            assertEquals(
                    List.of(1L, 2L),
                    spans.stream()
                            .filter(s -> s.getParentSpanId().equals(failed.getParentSpanId()))
                            .filter(s -> s.getName().startsWith("chat"))
                            .map(s -> values(s).get("hotlens.attempt"))
                            .map(attempt -> Math.round(((Number) attempt).doubleValue()))
                            .sorted()
                            .toList());
            assertEquals(
                    List.of("refused", "completed"),
                    spans.stream()
                            .filter(s -> s.getName().equals("execute_tool send_notification"))
                            .map(s -> String.valueOf(values(s).get("hotlens.outcome")))
                            .toList());
        }
    }

    @Test
    void whatHappensWithinAStepIsAnEventOfItsSpan() throws Exception {
        try (var collector = new Collector()) {
            play(collector);

            Span.Event sent =
                    collector.spans().stream()
                            .flatMap(span -> span.getEventsList().stream())
                            .filter(e -> e.getName().equals("hotlens.operator.notification_sent"))
                            .findFirst()
                            .orElseThrow();
            Map<String, Object> values = Collector.values(sent.getAttributesList());
            assertEquals("gc_overhead", values.get("hotlens.type"));
            assertEquals("warning", values.get("hotlens.severity"));
        }
    }

    @Test
    void metricsCountTokensTimeInvestigationsAndFindings() throws Exception {
        try (var collector = new Collector()) {
            play(collector);

            assertEquals(
                    Map.of("input", 1200.0, "output", 34.0),
                    collector
                            .metric("gen_ai.client.token.usage")
                            .getHistogram()
                            .getDataPointsList()
                            .stream()
                            .collect(
                                    Collectors.toMap(
                                            p ->
                                                    Collector.values(p.getAttributesList())
                                                            .get("gen_ai.token.type"),
                                            HistogramDataPoint::getSum)));
            assertTrue(
                    collector
                                    .metric("gen_ai.client.operation.duration")
                                    .getHistogram()
                                    .getDataPointsList()
                                    .stream()
                                    .mapToLong(HistogramDataPoint::getCount)
                                    .sum()
                            > 20);
            NumberDataPoint ended =
                    collector.metric("hotlens.investigations").getSum().getDataPoints(0);
            assertEquals(1, ended.getAsInt());
            assertEquals(
                    Map.of("hotlens.outcome", "completed"),
                    Collector.values(ended.getAttributesList()));
            NumberDataPoint found =
                    collector.metric("hotlens.notifications").getSum().getDataPoints(0);
            assertEquals(1, found.getAsInt());
            assertEquals(
                    Map.of("hotlens.type", "gc_overhead", "hotlens.severity", "warning"),
                    Collector.values(found.getAttributesList()));
        }
    }

    @Test
    void noTextOfATargetAModelOrAUserLeaves() throws Exception {
        try (var collector = new Collector()) {
            play(collector);

            assertTrue(collector.bytes().contains("gc_overhead"));
            assertFalse(collector.bytes().contains(Play.PRIVATE));
        }
    }
}
