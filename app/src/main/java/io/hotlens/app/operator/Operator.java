package io.hotlens.app.operator;

import io.hotlens.app.trace.Usage;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillId;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The one operator of a skill on a target: idle until invoked, one run at a time, further callers
/// wait in order. Safe from any thread.
public final class Operator {

    private final Skill skill;
    private final Workbench bench;
    private final Deque<Run> queue = new ArrayDeque<>();
    private @Nullable Run current;
    private @Nullable Run last;
    private boolean closed;

    public Operator(Skill skill, Workbench bench) {
        this.skill = skill;
        this.bench = bench;
    }

    public SkillId id() {
        return skill.id();
    }

    public Skill skill() {
        return skill;
    }

    /// Starts a run, or queues it behind those before it. Returns at once.
    public synchronized OperatorRun start(OperatorRequest request) {
        var run = new Run(skill, bench, request, this::ended, this::leave);
        if (closed) {
            run.cancel();
            run.abandon();
            return run;
        }
        if (current != null) {
            run.queued(queue.size() + 1);
        }
        queue.addLast(run);
        next();
        return run;
    }

    private synchronized void next() {
        while (current == null && !queue.isEmpty()) {
            Run run = queue.removeFirst();
            current = run;
            run.begin();
        }
    }

    /// Ends a run that was stopped while it still waited for its turn.
    private void leave(Run run) {
        boolean waited;
        synchronized (this) {
            waited = queue.remove(run);
        }
        if (waited) {
            run.abandon();
        }
    }

    private void ended(Run run) {
        synchronized (this) {
            if (current == run) {
                last = run;
                current = null;
            }
        }
        next();
    }

    public synchronized OperatorStatus status() {
        Run shown = current != null ? current : last;
        boolean running = current != null;
        return new OperatorStatus(
                skill.id(),
                skill.title(),
                skill.description(),
                shown == null ? HealthState.HEALTHY : shown.state().health(),
                running,
                running && shown != null ? shown.iteration() : 0,
                queue.size(),
                shown == null ? "" : shown.step(),
                shown == null ? 0 : shown.state().notifications().size(),
                running && shown != null ? Optional.of(shown.startedAt()) : Optional.empty());
    }

    /// What the operator has seen in its present or last run; a plain text made from the transcript
    /// without disturbing the run. Empty when it never ran.
    public synchronized Optional<String> tell() {
        Run shown = current != null ? current : last;
        return Optional.ofNullable(shown).map(Run::summary);
    }

    /// Whether a model of words plays it in its present or last run.
    public synchronized boolean speaks() {
        Run shown = current != null ? current : last;
        return shown != null && shown.speaks();
    }

    /// Answers from what it has seen in its present or last run, which goes on undisturbed; blocks
    /// as long as its model takes, which is asked once.
    public OperatorAnswer answer(String question) throws InterruptedException {
        Run shown;
        synchronized (this) {
            shown = current != null ? current : last;
        }
        return shown == null
                ? new OperatorAnswer("it has seen nothing", Usage.NONE)
                : shown.answer(question);
    }

    /// Cancels the present run and those that wait; nothing starts any more.
    public void close() {
        List<Run> all;
        synchronized (this) {
            closed = true;
            all = new ArrayList<>(queue);
            if (current != null) {
                all.add(current);
            }
        }
        all.forEach(Run::cancel);
    }
}
