package io.hotlens.app.coordinator;

import io.hotlens.app.access.Grant;
import io.hotlens.app.access.PauseBudget;
import io.hotlens.app.llm.RunModels;
import io.hotlens.app.loop.Budget;
import io.hotlens.app.operator.Operator;
import io.hotlens.app.operator.OperatorEvent;
import io.hotlens.app.operator.OperatorReport;
import io.hotlens.app.operator.OperatorRequest;
import io.hotlens.app.operator.OperatorRun;
import io.hotlens.app.operator.OperatorStatus;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.skill.SkillId;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The operators of a target as one investigation uses them: only its own runs are seen and
/// stopped. Safe from any thread.
public final class OperatorPool {

    private final InvestigationId investigation;
    private final Map<SkillId, Operator> operators;
    private final Impact allowed;
    private final Budget budget;
    private final RunModels models;
    private final Consumer<OperatorEvent> listener;
    private final PauseBudget pauses = PauseBudget.usual();
    private final Map<SkillId, OperatorRun> runs = new LinkedHashMap<>();

    /// @param operators the usable ones
    /// @param models used by each of them
    /// @param allowed the heaviest impact that may be used without asking
    /// @param listener told of each step of each run, from the runs' threads
    public OperatorPool(
            InvestigationId investigation,
            Map<SkillId, Operator> operators,
            Impact allowed,
            Budget budget,
            RunModels models,
            Consumer<OperatorEvent> listener) {
        this.investigation = investigation;
        this.operators = new LinkedHashMap<>(operators);
        this.allowed = allowed;
        this.budget = budget;
        this.models = models;
        this.listener = listener;
    }

    public List<Operator> usable() {
        return List.copyOf(operators.values());
    }

    Optional<Operator> get(SkillId skill) {
        return Optional.ofNullable(operators.get(skill));
    }

    /// Starts the operator unless a run of it is under way for this investigation.
    public synchronized boolean invoke(SkillId skill, String reason) {
        Operator operator = operators.get(skill);
        OperatorRun before = runs.get(skill);
        if (operator == null || (before != null && before.report().isEmpty())) {
            return false;
        }
        var request =
                new OperatorRequest(
                        investigation,
                        reason,
                        new Grant(allowed, pauses),
                        budget,
                        models,
                        listener);
        runs.put(skill, operator.start(request));
        return true;
    }

    synchronized boolean invoked(SkillId skill) {
        return runs.containsKey(skill);
    }

    synchronized List<SkillId> running() {
        return runs.entrySet().stream()
                .filter(e -> e.getValue().report().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Where the operators of this investigation stand.
    synchronized List<OperatorStatus> statuses() {
        return runs.keySet().stream().map(operators::get).map(Operator::status).toList();
    }

    /// Stops what still runs; returns at once.
    public synchronized void stop(Outcome why) {
        runs.values().forEach(run -> run.stop(why));
    }

    /// Waits for every run and returns the reports in the order in which they were started.
    ///
    /// @throws InterruptedException when the waiting thread is interrupted
    public List<OperatorReport> reports() throws InterruptedException {
        List<OperatorRun> all;
        synchronized (this) {
            all = List.copyOf(runs.values());
        }
        var reports = new ArrayList<OperatorReport>();
        for (OperatorRun run : all) {
            reports.add(run.await());
        }
        return reports;
    }
}
