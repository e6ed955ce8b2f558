package io.hotlens.ui.model;

import io.hotlens.app.chat.ChatEvent;
import io.hotlens.app.coordinator.CoordinatorEvent;
import io.hotlens.app.event.AppEvent;
import io.hotlens.app.monitor.MonitorStep;
import io.hotlens.app.notification.NotificationBook;
import io.hotlens.app.operator.OperatorEvent;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.target.ConnectionState;
import io.hotlens.skills.target.TargetInfo;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is known of one open target; it changes only by [#apply(List)] and [#show(Vitals)]. Belongs
/// to the JavaFX thread.
public final class TargetModel {

    private static final int RUNS = 20;

    private final TargetInfo info;
    private final List<Skill> skills;
    private final Map<SkillId, String> titles;
    private final Findings findings = new Findings();
    private final OperatorBoard operators;
    private final MonitorLog monitorLog = new MonitorLog();
    private final ObservableList<Run> runs = FXCollections.observableArrayList();
    private final ObservableList<Run> seenRuns = FXCollections.unmodifiableObservableList(runs);
    private final ReadOnlyObjectWrapper<Optional<Run>> current =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<ConnectionState> connection;
    private final ReadOnlyObjectWrapper<Vitals> vitals = new ReadOnlyObjectWrapper<>(Vitals.NONE);

    public TargetModel(TargetInfo info, List<Skill> skills, ConnectionState state) {
        this.info = info;
        this.skills = List.copyOf(skills);
        titles = skills.stream().collect(Collectors.toMap(Skill::id, Skill::title));
        operators = new OperatorBoard(skills);
        connection = new ReadOnlyObjectWrapper<>(state);
    }

    public TargetInfo info() {
        return info;
    }

    public List<Skill> skills() {
        return skills;
    }

    /// The skill's name for people; its id when the target does not have the skill.
    public String title(SkillId skill) {
        return titles.getOrDefault(skill, skill.value());
    }

    public Findings findings() {
        return findings;
    }

    public MonitorLog monitorLog() {
        return monitorLog;
    }

    public OperatorBoard operators() {
        return operators;
    }

    /// The investigation that was started last.
    public ReadOnlyObjectProperty<Optional<Run>> current() {
        return current.getReadOnlyProperty();
    }

    /// The last investigations, newest first.
    public ObservableList<Run> runs() {
        return seenRuns;
    }

    public ReadOnlyObjectProperty<ConnectionState> connection() {
        return connection.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Vitals> vitals() {
        return vitals.getReadOnlyProperty();
    }

    public void show(Vitals fresh) {
        connection.set(fresh.state());
        vitals.set(fresh);
    }

    /// Takes in notifications from before the events were followed.
    ///
    /// @param known newest first; when they come in pieces, the newest piece first
    public void restore(List<NotificationBook.Entry> known) {
        findings.together(
                () ->
                        known.forEach(
                                entry -> findings.addOlder(entry.notification(), entry.status())));
    }

    public void apply(List<AppEvent> events) {
        findings.together(() -> events.forEach(this::apply));
    }

    private void apply(AppEvent event) {
        switch (event) {
            case AppEvent.ConnectionChanged(_, ConnectionState state) -> connection.set(state);
            case AppEvent.InvestigationStarted(var at, var id, var request, _) ->
                    start(new Run(id, request.reason(), at));
            case AppEvent.FromOperator(_, _, OperatorEvent step)
                    when step.step() instanceof OperatorEvent.Fine -> {}
            case AppEvent.FromCoordinator(_, _, CoordinatorEvent step)
                    when step.step() instanceof CoordinatorEvent.Fine -> {}
            case AppEvent.FromOperator(_, var id, OperatorEvent step) -> {
                operators.apply(step);
                run(id).ifPresent(run -> run.apply(step, title(step.skill())));
                if (step.step() instanceof OperatorEvent.NotificationSent(var sent)) {
                    findings.add(sent);
                }
            }
            case AppEvent.FromCoordinator(_, var id, CoordinatorEvent step) -> {
                run(id).ifPresent(run -> run.apply(step));
                if (step.step() instanceof CoordinatorEvent.InsightProduced(var insight)) {
                    findings.add(insight);
                    run(id).ifPresent(monitorLog::follow);
                }
            }
            case AppEvent.InvestigationEnded(_, var id, var outcome) ->
                    run(id).ifPresent(
                                    run -> {
                                        run.end(outcome);
                                        monitorLog.follow(run);
                                    });
            case AppEvent.NotificationChanged(_, var id, var status) -> findings.move(id, status);
            case AppEvent.FromChat(_, var id, ChatEvent step) ->
                    run(id).ifPresent(run -> run.questions().apply(step));
            case AppEvent.FromMonitor(var at, MonitorStep step) -> {
                if (step instanceof MonitorStep.Alerted(var alert)) {
                    findings.add(alert);
                }
                monitorLog.apply(at, step);
                if (step instanceof MonitorStep.Triggered(var id, _)) {
                    run(id).ifPresent(monitorLog::follow);
                }
            }
            case AppEvent.CallAudited _, AppEvent.FollowUpStarted _ -> {}
        }
    }

    private void start(Run run) {
        findings.begin(run.id());
        runs.addFirst(run);
        if (runs.size() > RUNS) {
            runs.removeLast();
        }
        current.set(Optional.of(run));
    }

    /// One of the last investigations.
    public Optional<Run> run(InvestigationId id) {
        return runs.stream().filter(run -> run.id().equals(id)).findFirst();
    }
}
