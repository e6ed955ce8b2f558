package io.hotlens.skills.builtin.tracer;

import io.hotlens.skills.builtin.Beans;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;
import io.hotlens.skills.data.Page;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.skill.BadArguments;

import java.util.ArrayList;
import java.util.List;

/// Puts the answers of the tracer skill together.
final class TracerAnswers {

    private static final String SAMPLED_NOTE =
            "sampled stacks, since this target cannot trace (JDK 25 can): calls shorter than 20 ms"
                    + " are missed and durations are not known";

    private final Tracer tracer;

    TracerAnswers(Tracer tracer) {
        this.tracer = tracer;
    }

    private static boolean isActive(Trace trace) {
        return trace.state() instanceof Trace.State.Active;
    }

    Reading active() {
        return Reading.of(tracer.all().stream().anyMatch(TracerAnswers::isActive) ? 1 : 0);
    }

    Reading traceCount() {
        return Reading.of(tracer.all().stream().mapToInt(one -> one.calls().size()).sum());
    }

    Reading activeCount() {
        return Reading.of(tracer.all().stream().filter(one -> !one.isOver()).count());
    }

    Data trace(String filter, String mode, int thresholdMs) {
        if (thresholdMs < 1) {
            throw new BadArguments("threshold_ms must be 1 at least, not " + thresholdMs);
        }
        Trace begun = tracer.begin(TracedMethod.of(filter), mode.equals("timing"), thresholdMs);
        return describe(begun).build();
    }

    Data stop(String id) {
        Trace trace =
                tracer.find(id)
                        .orElseThrow(
                                () ->
                                        new BadArguments(
                                                "there is no trace '%s'; tracer_get_traces() names them"
                                                        .formatted(id)));
        tracer.end(trace, "tracer_stop() was called");
        return describe(trace).build();
    }

    Data clear() {
        return Data.fields().put("forgotten", tracer.clear()).build();
    }

    Data traces(int limit) {
        var calls = new ArrayList<Data>();
        for (Trace trace : tracer.all()) {
            trace.calls().forEach(call -> calls.add(describe(trace, call)));
        }
        List<Data> traces =
                tracer.all().stream()
                        .map(TracerAnswers::describe)
                        .map(one -> (Data) one.build())
                        .toList();
        return Page.of(calls, limit)
                .fields()
                .put("traces", traces)
                .put("recordings_in_target", (double) tracer.inTarget())
                .build();
    }

    private static Data describe(Trace trace, Trace.Call call) {
        return Data.fields()
                .put("trace", trace.id())
                .put("method", trace.method().filter())
                .putTime("at", call.at())
                .put(
                        "duration_ms",
                        call.durationMs() < 0 ? Double.NaN : Beans.rounded(call.durationMs()))
                .put("thread", call.thread())
                .put("stack", call.stack().stream().limit(20).map(Data::of).toList())
                .build();
    }

    private static FieldsBuilder describe(Trace trace) {
        FieldsBuilder fields =
                Data.fields()
                        .put("id", trace.id())
                        .put("method", trace.method().filter())
                        .put("mode", trace.mode().name().toLowerCase(java.util.Locale.ROOT))
                        .put("state", word(trace.state()))
                        .put("seen", trace.seen());
        if (trace.state() instanceof Trace.State.Ended(String why, boolean traced)) {
            fields.put("why", why).put("traced", traced);
        }
        if (trace.mode() == Trace.Mode.SAMPLED) {
            fields.put("note", SAMPLED_NOTE);
        }
        trace.timing()
                .ifPresent(
                        timing ->
                                fields.put("invocations", timing.invocations())
                                        .put("minimum_ms", timing.minMs())
                                        .put("average_ms", timing.averageMs())
                                        .put("maximum_ms", timing.maxMs()));
        return fields;
    }

    private static String word(Trace.State state) {
        return switch (state) {
            case Trace.State.Checking _ -> "checking";
            case Trace.State.Active _ -> "active";
            case Trace.State.Ended(_, boolean traced) -> traced ? "ended" : "not_started";
        };
    }
}
