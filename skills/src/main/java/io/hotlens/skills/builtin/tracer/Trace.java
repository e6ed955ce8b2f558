package io.hotlens.skills.builtin.tracer;

import io.hotlens.skills.sampling.RingBuffer;
import io.hotlens.skills.target.TargetEvent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One trace from its request to its end: a pure state machine that is fed with events and told the
/// time. Used under its owner's lock.
final class Trace {

    /// So much of the method's time is looked at first.
    static final Duration CHECK = Duration.ofSeconds(3);

    /// The samples begin when the target's recorder has taken the wish for them.
    static final Duration SETTLE = Duration.ofSeconds(1);

    /// After so long without samples the recorder does not work.
    static final Duration PATIENCE = Duration.ofSeconds(30);

    static final Duration LONGEST = Duration.ofSeconds(60);
    static final int KEPT = 50;
    static final int PER_SECOND = 5;

    /// A method that fills this share of a processor by itself would be slowed to a fraction.
    static final double HOT_SHARE = 0.3;

    /// From here on the host has no processor free, and what a method fills is what it was left.
    static final double SCARCE_PCT = 90;

    /// What fills less costs little, however little of a busy host the target gets.
    static final double LEAST_SHARE = 0.03;

    /// More events a second than this are a method too hot for its threshold.
    static final int FLOOD_PER_SECOND = 500;

    /// Points by which the target's CPU may rise.
    static final double CPU_RISE_PCT = 10;

    private static final double SAMPLE_S = 0.02;

    /// How calls are observed.
    enum Mode {
        /// Each call over the threshold, with its caller.
        TRACE,
        /// Count and durations of all calls.
        TIMING,
        /// Stacks in which the method is seen; for JDKs that cannot trace.
        SAMPLED
    }

    /// Where it stands.
    sealed interface State {

        /// How hot the method is, is being looked at.
        record Checking() implements State {}

        /// It runs in the target.
        record Active(Instant since) implements State {}

        /// It was not begun, or is over.
        ///
        /// @param traced whether it ever ran in the target
        record Ended(String why, boolean traced) implements State {}
    }

    /// How busy the target and its host were lately, in percent of all processors; NaN when
    /// unknown.
    record Load(double targetPct, double hostPct) {}

    /// One observed call.
    ///
    /// @param durationMs negative when only a sample says that the method was running
    /// @param stack the callers, innermost first
    record Call(Instant at, String thread, double durationMs, List<String> stack) {
        Call {
            stack = List.copyOf(stack);
        }
    }

    /// Calls since the trace began.
    record Timing(double invocations, double minMs, double averageMs, double maxMs) {}

    private final String id;
    private final TracedMethod method;
    private final Mode mode;
    private final Instant requestedAt;
    private final RingBuffer<Call> calls = new RingBuffer<>(KEPT);
    private State state = new State.Checking();
    private int samples;
    private int hotSamples;
    private double cpuBefore = Double.NaN;
    private long second;
    private int inSecond;
    private int seen;
    private Optional<Timing> timing = Optional.empty();

    Trace(String id, TracedMethod method, Mode mode, Instant requestedAt) {
        this.id = id;
        this.method = method;
        this.mode = mode;
        this.requestedAt = requestedAt;
    }

    String id() {
        return id;
    }

    TracedMethod method() {
        return method;
    }

    Mode mode() {
        return mode;
    }

    State state() {
        return state;
    }

    /// Events that came, also those not kept.
    int seen() {
        return seen;
    }

    Optional<Timing> timing() {
        return timing;
    }

    /// Newest first.
    List<Call> calls() {
        return calls.newestFirst();
    }

    boolean isOver() {
        return state instanceof State.Ended;
    }

    /// Takes a sample of a running thread: evidence of heat while checking, a call in sampled mode.
    void sample(TargetEvent.Recorded event) {
        List<String> stack = event.stack();
        if (state instanceof State.Checking) {
            samples++;
            hotSamples += !stack.isEmpty() && method.isFrame(stack.getFirst()) ? 1 : 0;
        } else if (mode == Mode.SAMPLED
                && state instanceof State.Active
                && stack.stream().anyMatch(method::isFrame)) {
            keep(new Call(event.at(), event.thread(), -1, stack));
        }
    }

    /// Takes one call over the threshold.
    void call(TargetEvent.Recorded event) {
        if (state instanceof State.Active) {
            keep(
                    new Call(
                            event.at(),
                            event.thread(),
                            event.duration().toNanos() / 1e6,
                            event.stack()));
        }
    }

    void timing(Timing newest) {
        seen++;
        timing = Optional.of(newest);
    }

    private void keep(Call call) {
        seen++;
        long now = call.at().getEpochSecond();
        inSecond = now == second ? inSecond + 1 : 1;
        second = now;
        if (inSecond <= PER_SECOND) {
            calls.add(call);
        } else if (inSecond > FLOOD_PER_SECOND) {
            end(
                    "more than %d calls a second last longer than the threshold"
                            .formatted(inSecond - 1));
        }
    }

    /// Looks at the time and at the target's CPU.
    ///
    /// @param heardUntil until when every sample is known
    void tick(Instant now, Instant heardUntil, Load load) {
        switch (state) {
            case State.Checking _ -> check(now, heardUntil, load);
            case State.Active(Instant since) -> {
                if (Duration.between(since, now).compareTo(LONGEST) >= 0) {
                    end("its %d s are over".formatted(LONGEST.toSeconds()));
                } else if (load.targetPct() - cpuBefore > CPU_RISE_PCT) {
                    end(
                            "the target's CPU rose from %.0f %% to %.0f %%"
                                    .formatted(cpuBefore, load.targetPct()));
                }
            }
            case State.Ended _ -> {}
        }
    }

    private void check(Instant now, Instant heardUntil, Load load) {
        Duration watched = Duration.between(requestedAt.plus(SETTLE), heardUntil);
        if (watched.compareTo(CHECK) < 0) {
            if (Duration.between(requestedAt, now).compareTo(PATIENCE) > 0) {
                end("the target's recorder gave no samples by which to judge how hot it is");
            }
            return;
        }
        Optional<String> heat =
                mode == Mode.SAMPLED ? Optional.empty() : heat(watched.toMillis() / 1e3, load);
        if (heat.isPresent()) {
            state =
                    new State.Ended(
                            heat.get()
                                    + ", and tracing would slow it to a fraction; trace the method"
                                    + " that calls it, or look at profiler_hot_methods()",
                            false);
        } else {
            cpuBefore = load.targetPct();
            state = new State.Active(now);
        }
    }

    /// What the method fills when that is too much.
    private Optional<String> heat(double seconds, Load load) {
        double ofProcessor = hotSamples * SAMPLE_S / seconds;
        if (ofProcessor > HOT_SHARE) {
            return Optional.of(
                    "it fills %.0f %% of a processor by itself".formatted(ofProcessor * 100));
        }
        double ofTarget = samples == 0 ? 0 : (double) hotSamples / samples;
        return load.hostPct() >= SCARCE_PCT && ofProcessor > LEAST_SHARE && ofTarget > HOT_SHARE
                ? Optional.of(
                        "it takes %.0f %% of what a busy host leaves to the target"
                                .formatted(ofTarget * 100))
                : Optional.empty();
    }

    void end(String why) {
        if (!isOver()) {
            state = new State.Ended(why, state instanceof State.Active);
        }
    }
}
