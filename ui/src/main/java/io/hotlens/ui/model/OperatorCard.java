package io.hotlens.ui.model;

import io.hotlens.app.operator.HealthState;
import io.hotlens.app.operator.OperatorEvent;
import io.hotlens.app.operator.OperatorReport;
import io.hotlens.skills.skill.Skill;
import io.hotlens.ui.text.Messages;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.time.Instant;
import java.util.Optional;

/// What one operator does now and what it found. Belongs to the JavaFX thread.
public final class OperatorCard {

    private final Skill skill;
    private final ReadOnlyObjectWrapper<Optional<HealthState>> state =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper activity =
            new ReadOnlyStringWrapper(Messages.text("operator.idle"));
    private final ReadOnlyIntegerWrapper iteration = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper found = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Instant>> lastRun =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    OperatorCard(Skill skill) {
        this.skill = skill;
    }

    public Skill skill() {
        return skill;
    }

    /// Its verdict; empty until it has looked once.
    public ReadOnlyObjectProperty<Optional<HealthState>> state() {
        return state.getReadOnlyProperty();
    }

    /// What it does, in words.
    public ReadOnlyStringProperty activity() {
        return activity.getReadOnlyProperty();
    }

    /// The step of the present run, counted from 1; 0 before the first.
    public ReadOnlyIntegerProperty iteration() {
        return iteration.getReadOnlyProperty();
    }

    /// What its present or last run reported.
    public ReadOnlyIntegerProperty found() {
        return found.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /// When it last finished.
    public ReadOnlyObjectProperty<Optional<Instant>> lastRun() {
        return lastRun.getReadOnlyProperty();
    }

    void apply(OperatorEvent event) {
        iteration.set(event.iteration());
        activity.set(StepWords.of(event.step()));
        switch (event.step()) {
            case OperatorEvent.Started _ -> {
                running.set(true);
                found.set(0);
            }
            case OperatorEvent.StateChanged(_, HealthState to, _) -> state.set(Optional.of(to));
            case OperatorEvent.NotificationSent _ -> found.set(found.get() + 1);
            case OperatorEvent.Finished(OperatorReport report) -> finish(event.at(), report);
            case OperatorEvent.Asking _,
                    OperatorEvent.Chose _,
                    OperatorEvent.Rejected _,
                    OperatorEvent.SnapshotTaken _,
                    OperatorEvent.ScriptRan _,
                    OperatorEvent.Waiting _,
                    OperatorEvent.Thought _,
                    OperatorEvent.Fine _ -> {}
        }
    }

    private void finish(Instant at, OperatorReport report) {
        running.set(false);
        state.set(Optional.of(report.state()));
        found.set(report.notifications().size());
        lastRun.set(Optional.of(at));
        activity.set(StepWords.ended(report));
    }
}
