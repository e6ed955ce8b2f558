package io.hotlens.skills.builtin.jvm;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.target.ProcessReader;
import io.hotlens.skills.target.ProcessReader.NativeThread;
import io.hotlens.skills.target.TargetConnection;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Whether the JVM answers and which of its native threads run, told from outside: by the counters
/// and by `/proc`, which are there even while the JVM waits for a thread that reaches no safepoint.
final class Progress {

    private static final Duration LEAST = Duration.ofMillis(900);
    private static final int SHOWN = 10;

    private record Look(Instant at, Map<Long, NativeThread> threads) {}

    private record Busy(NativeThread thread, double cpuPct, double queuedPct) {
        double wantedPct() {
            return cpuPct + queuedPct;
        }
    }

    private final SkillContext context;
    private @Nullable Look before;
    private double windowS;
    private List<Busy> busiest = List.of();

    Progress(SkillContext context) {
        this.context = context;
    }

    synchronized Data answer() {
        TargetConnection connection = context.connection();
        Optional<String> silence = connection.silence();
        FieldsBuilder fields = Data.fields().put("answers", silence.isEmpty());
        silence.ifPresent(why -> fields.put("why", why));
        fields.put("safepoints_total", counter(connection, "sun.rt.safepoints"));
        Optional<ProcessReader> process = connection.process();
        if (process.isEmpty()) {
            return fields.put(
                            "native_threads",
                            Reading.unavailable("read in /proc, on the same host under Linux only")
                                    .toData())
                    .build();
        }
        look(process.get().nativeThreads());
        return fields.put("window_s", windowS)
                .put("native_threads", busiest.stream().limit(SHOWN).map(Progress::row).toList())
                .build();
    }

    private static Data counter(TargetConnection connection, String name) {
        return connection
                .counters()
                .map(all -> all.number(name))
                .filter(java.util.OptionalLong::isPresent)
                .map(number -> Data.of((double) number.getAsLong()))
                .orElseGet(() -> Reading.unavailable("no performance counters").toData());
    }

    /// Two looks that are too near to each other leave the last answer as it was.
    private void look(List<NativeThread> threads) {
        Instant now = context.clock().instant();
        Look then = before;
        if (then != null && now.isBefore(then.at().plus(LEAST))) {
            return;
        }
        if (then != null) {
            double wallMs = Duration.between(then.at(), now).toNanos() / 1e6;
            windowS = Math.round(wallMs / 100) / 10.0;
            var rows = new ArrayList<Busy>();
            for (NativeThread thread : threads) {
                NativeThread past = then.threads().get(thread.id());
                rows.add(
                        new Busy(
                                thread,
                                pct(thread.cpuMs() - (past == null ? 0 : past.cpuMs()), wallMs),
                                pct(
                                        thread.queuedMs() - (past == null ? 0 : past.queuedMs()),
                                        wallMs)));
            }
            rows.sort(Comparator.comparingDouble(Busy::wantedPct).reversed());
            busiest = List.copyOf(rows);
        }
        before =
                new Look(
                        now,
                        threads.stream()
                                .collect(Collectors.toMap(NativeThread::id, Function.identity())));
    }

    private static double pct(double ms, double wallMs) {
        return Math.round(ms / wallMs * 1_000) / 10.0;
    }

    private static Data row(Busy busy) {
        return Data.fields()
                .put("nid", (double) busy.thread().id())
                .put("name", busy.thread().name())
                .put("state", String.valueOf(busy.thread().state()))
                .put("cpu_pct", busy.cpuPct())
                .put("queued_pct", busy.queuedPct())
                .build();
    }
}
