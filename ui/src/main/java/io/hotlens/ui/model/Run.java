package io.hotlens.ui.model;

import io.hotlens.app.chat.ChatEvent;
import io.hotlens.app.coordinator.CoordinatorEvent;
import io.hotlens.app.event.AppEvent;
import io.hotlens.app.insight.Insight;
import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.operator.OperatorEvent;
import io.hotlens.app.store.KeptInvestigation;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.ui.text.Messages;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// One investigation as it unfolds. Belongs to the JavaFX thread.
public final class Run {

    private final InvestigationId id;
    private final String reason;
    private final Instant startedAt;
    private final Map<String, StepGroup> byName = new LinkedHashMap<>();
    private final ObservableList<StepGroup> groups = FXCollections.observableArrayList();
    private final ObservableList<StepGroup> seenGroups =
            FXCollections.unmodifiableObservableList(groups);
    private final ObservableList<Notification> found = FXCollections.observableArrayList();
    private final ObservableList<Notification> seenFound =
            FXCollections.unmodifiableObservableList(found);
    private final ObservableList<Insight> insights = FXCollections.observableArrayList();
    private final ObservableList<Insight> seenInsights =
            FXCollections.unmodifiableObservableList(insights);
    private final Questions questions = new Questions();
    private final ReadOnlyStringWrapper step =
            new ReadOnlyStringWrapper(Messages.text("run.starting"));
    private final ReadOnlyObjectWrapper<Optional<Outcome>> outcome =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    Run(InvestigationId id, String reason, Instant startedAt) {
        this.id = id;
        this.reason = reason;
        this.startedAt = startedAt;
    }

    /// An investigation of the history, played again to its end.
    ///
    /// @param titles of skills, for people
    public static Run of(KeptInvestigation kept, Function<SkillId, String> titles) {
        Investigation one = kept.investigation();
        var run = new Run(one.id(), one.request().reason(), one.startedAt());
        for (AppEvent event : kept.steps()) {
            if (event instanceof AppEvent.FromOperator(_, _, OperatorEvent step)) {
                run.apply(step, titles.apply(step.skill()));
            } else if (event instanceof AppEvent.FromCoordinator(_, _, CoordinatorEvent step)) {
                run.apply(step);
            } else if (event instanceof AppEvent.FromChat(_, _, ChatEvent step)) {
                run.questions.apply(step);
            }
        }
        run.end(one.outcome());
        return run;
    }

    public InvestigationId id() {
        return id;
    }

    public String reason() {
        return reason;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /// Coordinator and operators in the order of their first steps.
    public ObservableList<StepGroup> groups() {
        return seenGroups;
    }

    /// Notifications, oldest first.
    public ObservableList<Notification> found() {
        return seenFound;
    }

    public ObservableList<Insight> insights() {
        return seenInsights;
    }

    /// Asked after its end.
    public Questions questions() {
        return questions;
    }

    /// What happens now: "Threads: took a snapshot".
    public ReadOnlyStringProperty step() {
        return step.getReadOnlyProperty();
    }

    /// How it ended; empty while it runs.
    public ReadOnlyObjectProperty<Optional<Outcome>> outcome() {
        return outcome.getReadOnlyProperty();
    }

    /// The answer so far in one sentence.
    public String answer() {
        if (!insights.isEmpty()) {
            return insights.getFirst().summary();
        }
        return outcome.get().map(this::answer).orElseGet(this::answerSoFar);
    }

    private String answerSoFar() {
        return found.isEmpty()
                ? Messages.text("run.looking")
                : Messages.text("run.found", found.size());
    }

    private String answer(Outcome end) {
        if (end instanceof Outcome.Completed) {
            return found.isEmpty()
                    ? Messages.text("run.nothing")
                    : Messages.text("run.no_cause", found.size());
        }
        return StepWords.of(end);
    }

    void apply(OperatorEvent event, String title) {
        group(title).apply(event);
        step.set(Messages.text("run.step", title, StepWords.of(event.step())));
        if (event.step() instanceof OperatorEvent.NotificationSent(Notification sent)) {
            found.add(sent);
        }
    }

    void apply(CoordinatorEvent event) {
        String title = Messages.text("run.coordinator");
        group(title).apply(event);
        step.set(Messages.text("run.step", title, StepWords.of(event.step())));
        if (event.step() instanceof CoordinatorEvent.InsightProduced(Insight insight)) {
            insights.add(insight);
        }
    }

    void end(Outcome how) {
        groups.forEach(StepGroup::end);
        step.set(StepWords.of(how));
        outcome.set(Optional.of(how));
    }

    private StepGroup group(String title) {
        StepGroup known = byName.get(title);
        if (known != null) {
            return known;
        }
        var created = new StepGroup(title);
        byName.put(title, created);
        groups.add(created);
        return created;
    }
}
