package io.hotlens.ui.model;

import io.hotlens.app.coordinator.CoordinatorEvent;
import io.hotlens.app.operator.HealthState;
import io.hotlens.app.operator.OperatorEvent;
import io.hotlens.skills.data.Data;
import io.hotlens.ui.model.StepLine.Detail;
import io.hotlens.ui.model.StepLine.Weight;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The steps of one operator, or of the coordinator, in one investigation. A tool call and what it
/// led to make one line. Belongs to the JavaFX thread.
public final class StepGroup {

    private final String title;
    private final ObservableList<StepLine> lines = FXCollections.observableArrayList();
    private final ObservableList<StepLine> seenLines =
            FXCollections.unmodifiableObservableList(lines);
    private final ReadOnlyObjectWrapper<Optional<HealthState>> state =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(true);

    private record Call(Instant at, String words, List<Detail> details) {}

    private @Nullable Call pending;

    StepGroup(String title) {
        this.title = title;
    }

    /// The operator's skill as people call it, or the coordinator.
    public String title() {
        return title;
    }

    public ObservableList<StepLine> lines() {
        return seenLines;
    }

    public ReadOnlyObjectProperty<Optional<HealthState>> state() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    void apply(OperatorEvent event) {
        OperatorEvent.Step step = event.step();
        switch (step) {
            case OperatorEvent.Asking _ -> flush();
            case OperatorEvent.Chose(String tool, Data arguments, _, OptionalLong request) ->
                    hold(event.at(), StepWords.of(step), tool, arguments, request);
            case OperatorEvent.Started _, OperatorEvent.Waiting _ -> line(event, Weight.QUIET);
            case OperatorEvent.Rejected rejected ->
                    line(event, Weight.TROUBLE, unlessHeld(rejected.request()));
            case OperatorEvent.StateChanged(_, HealthState to, _) -> {
                state.set(Optional.of(to));
                line(event, Weight.NORMAL);
            }
            case OperatorEvent.SnapshotTaken(var snapshot) ->
                    line(event, Weight.NORMAL, new Detail.Result(snapshot.toData()));
            case OperatorEvent.ScriptRan(String code, Data result, String error, _) ->
                    line(
                            event,
                            error.isEmpty() ? Weight.NORMAL : Weight.TROUBLE,
                            new Detail.Lua(code),
                            error.isEmpty() ? new Detail.Result(result) : new Detail.Words(error));
            case OperatorEvent.NotificationSent(var notification) ->
                    line(event, Weight.FINDING, new Detail.Result(notification.evidence()));
            case OperatorEvent.Thought _ -> line(event, Weight.QUIET);
            case OperatorEvent.Fine _ -> {}
            case OperatorEvent.Finished(var report) -> {
                state.set(Optional.of(report.state()));
                running.set(false);
                line(event, Weight.NORMAL, words(report.unseen()));
            }
        }
    }

    void apply(CoordinatorEvent event) {
        CoordinatorEvent.Step step = event.step();
        switch (step) {
            case CoordinatorEvent.Asking _ -> flush();
            case CoordinatorEvent.Chose(String tool, Data arguments, _, OptionalLong request) ->
                    hold(event.at(), StepWords.of(step), tool, arguments, request);
            case CoordinatorEvent.Rejected rejected ->
                    line(
                            event.at(),
                            StepWords.of(step),
                            Weight.TROUBLE,
                            unlessHeld(rejected.request()));
            case CoordinatorEvent.OperatorCrashed _ ->
                    line(event.at(), StepWords.of(step), Weight.TROUBLE);
            case CoordinatorEvent.InsightProduced _ ->
                    line(event.at(), StepWords.of(step), Weight.FINDING);
            case CoordinatorEvent.OperatorMessaged(_, _, String answer) ->
                    line(event.at(), StepWords.of(step), Weight.NORMAL, new Detail.Words(answer));
            case CoordinatorEvent.Waiting _, CoordinatorEvent.Thought _ ->
                    line(event.at(), StepWords.of(step), Weight.QUIET);
            case CoordinatorEvent.Started _,
                    CoordinatorEvent.OperatorsInvoked _,
                    CoordinatorEvent.StatusesChanged _,
                    CoordinatorEvent.FollowUpScheduled _ ->
                    line(event.at(), StepWords.of(step), Weight.NORMAL);
            case CoordinatorEvent.Fine _ -> {}
            case CoordinatorEvent.Finished _ -> {
                running.set(false);
                line(event.at(), StepWords.of(step), Weight.NORMAL);
            }
        }
    }

    /// Marks the end of the investigation, whatever was still open.
    void end() {
        flush();
        running.set(false);
    }

    private void hold(Instant at, String words, String tool, Data arguments, OptionalLong request) {
        flush();
        var details = new ArrayList<Detail>(List.of(new Detail.ToolCall(tool, arguments)));
        details.addAll(List.of(request(request)));
        pending = new Call(at, words, details);
    }

    /// The call that is held names its request already.
    private Detail[] unlessHeld(OptionalLong request) {
        return request(pending == null ? request : OptionalLong.empty());
    }

    private static Detail[] request(OptionalLong number) {
        return number.stream().mapToObj(Detail.Request::new).toArray(Detail[]::new);
    }

    private void flush() {
        Call call = pending;
        if (call != null) {
            pending = null;
            lines.add(new StepLine(call.at(), call.words(), Weight.QUIET, call.details()));
        }
    }

    private void line(OperatorEvent event, Weight weight, Detail... details) {
        line(event.at(), StepWords.of(event.step()), weight, details);
    }

    private void line(Instant at, String words, Weight weight, Detail... details) {
        var all = new ArrayList<Detail>();
        Call call = pending;
        if (call != null) {
            pending = null;
            all.addAll(call.details());
        }
        all.addAll(List.of(details));
        var line = new StepLine(at, words, weight, all);
        if (weight == Weight.QUIET && !lines.isEmpty() && lines.getLast().words().equals(words)) {
            lines.set(lines.size() - 1, line);
        } else {
            lines.add(line);
        }
    }

    private static Detail[] words(List<String> texts) {
        return texts.stream().map(Detail.Words::new).toArray(Detail[]::new);
    }
}
