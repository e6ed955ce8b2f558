package io.hotlens.app.telemetry;

import io.hotlens.app.trace.InvestigationId;
import io.hotlens.app.trace.RunId;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Finds out of flat events which steps lie within which: a call in an iteration in a run in an
/// investigation. A step whose end was lost ends with the one around it; one whose run is not known
/// is left out. Belongs to one thread.
///
/// @param <N> what a step becomes
final class Nesting<N> implements Consumer<TelemetryEvent> {

    /// From the outermost to the innermost.
    enum Level {
        INVESTIGATION,
        RUN,
        ITERATION,
        CALL
    }

    /// What is made of the steps.
    interface Shape<N> {

        /// @param around empty for an investigation, and for a run without one
        N begin(Level level, Optional<N> around, TelemetryEvent event);

        /// Something happened within the step.
        void note(N step, TelemetryEvent event);

        /// @param event the step's own end, or what ended a step around it or began the next
        void end(N step, TelemetryEvent event);

        /// No more events come.
        void cut(N step);
    }

    private static final List<Level> INNERMOST_FIRST = List.of(Level.values()).reversed();
    private static final String INVESTIGATION = "investigation";
    private static final String COORDINATOR = "coordinator";

    private final Map<InvestigationId, Map<String, EnumMap<Level, N>>> open = new HashMap<>();
    private final Shape<N> shape;

    Nesting(Shape<N> shape) {
        this.shape = shape;
    }

    @Override
    public void accept(TelemetryEvent event) {
        event.investigation().ifPresent(id -> accept(id, event));
    }

    private void accept(InvestigationId id, TelemetryEvent event) {
        String actor = event.run().map(RunId::value).orElse(COORDINATOR);
        switch (event.name()) {
            case INVESTIGATION_STARTED -> begin(id, INVESTIGATION, Level.INVESTIGATION, event);
            case OPERATOR_STARTED, COORDINATOR_STARTED, CHAT_ASKED ->
                    begin(id, actor, Level.RUN, event);
            case OPERATOR_ITERATION_START, COORDINATOR_ITERATION_START ->
                    begin(id, actor, Level.ITERATION, event);
            case LLM_START, TOOL_START -> begin(id, actor, Level.CALL, event);
            case LLM_STOP, LLM_EXCEPTION, TOOL_STOP, TOOL_EXCEPTION ->
                    end(id, actor, Level.CALL, event);
            case OPERATOR_COMPLETED,
                    OPERATOR_TRUNCATED,
                    OPERATOR_CRASHED,
                    OPERATOR_CANCELLED,
                    COORDINATOR_COMPLETED,
                    COORDINATOR_TRUNCATED,
                    COORDINATOR_CRASHED,
                    COORDINATOR_CANCELLED,
                    CHAT_ANSWERED ->
                    end(id, actor, Level.RUN, event);
            case INVESTIGATION_ENDED -> {
                for (String inside : List.copyOf(open.getOrDefault(id, Map.of()).keySet())) {
                    if (!inside.equals(INVESTIGATION)) {
                        end(id, inside, Level.RUN, event);
                    }
                }
                end(id, INVESTIGATION, Level.INVESTIGATION, event);
            }
            default -> innermost(id, actor).ifPresent(step -> shape.note(step, event));
        }
    }

    private void begin(InvestigationId id, String actor, Level level, TelemetryEvent event) {
        end(id, actor, level, event);
        Optional<N> around = innermost(id, actor);
        boolean known = path(id, actor).containsKey(Level.RUN);
        if (level.compareTo(Level.RUN) > 0 && !known) {
            return;
        }
        open.computeIfAbsent(id, _ -> new HashMap<>())
                .computeIfAbsent(actor, _ -> new EnumMap<>(Level.class))
                .put(level, shape.begin(level, around, event));
    }

    /// Ends the step at the level with all that lies within it.
    private void end(InvestigationId id, String actor, Level level, TelemetryEvent event) {
        EnumMap<Level, N> path = path(id, actor);
        for (Level inner : INNERMOST_FIRST) {
            N step = inner.compareTo(level) >= 0 ? path.remove(inner) : null;
            if (step != null) {
                shape.end(step, event);
            }
        }
        if (path.isEmpty()) {
            forget(id, actor);
        }
    }

    private void forget(InvestigationId id, String actor) {
        Map<String, EnumMap<Level, N>> actors = open.get(id);
        if (actors != null) {
            actors.remove(actor);
            if (actors.isEmpty()) {
                open.remove(id);
            }
        }
    }

    private EnumMap<Level, N> path(InvestigationId id, String actor) {
        EnumMap<Level, N> path = open.getOrDefault(id, Map.of()).get(actor);
        return path == null ? new EnumMap<>(Level.class) : path;
    }

    private Optional<N> innermost(InvestigationId id, String actor) {
        EnumMap<Level, N> path = path(id, actor);
        return path.isEmpty()
                ? path(id, INVESTIGATION).values().stream().findFirst()
                : path.values().stream().reduce((_, deeper) -> deeper);
    }

    /// Ends what is open, the innermost first.
    void cut() {
        for (Map<String, EnumMap<Level, N>> actors : open.values()) {
            for (Level level : INNERMOST_FIRST) {
                actors.values().stream()
                        .flatMap(path -> Optional.ofNullable(path.get(level)).stream())
                        .forEach(shape::cut);
            }
        }
        open.clear();
    }
}
