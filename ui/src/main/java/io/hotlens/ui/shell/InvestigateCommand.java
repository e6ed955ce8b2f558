package io.hotlens.ui.shell;

import io.hotlens.app.investigation.InvestigationRequest;
import io.hotlens.app.investigation.Strategy;
import io.hotlens.app.model.ModelChoice;
import io.hotlens.app.session.Investigations;
import io.hotlens.app.session.Investigations.Handle;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.target.ConnectionState;
import io.hotlens.ui.error.Problem;
import io.hotlens.ui.fx.Tasks;
import io.hotlens.ui.model.Run;
import io.hotlens.ui.model.TargetModel;
import io.hotlens.ui.text.Messages;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The Investigate field and its button. Belongs to the JavaFX thread.
public final class InvestigateCommand {

    private final Investigations investigations;
    private final Tasks tasks;
    private final ObservableValue<Boolean> over;
    private final StringProperty reason = new SimpleStringProperty("");
    private final ObjectProperty<ModelChoice> model =
            new SimpleObjectProperty<>(new ModelChoice.Usual());
    private final ObjectProperty<Strategy> strategy =
            new SimpleObjectProperty<>(Strategy.AGENT_LOOP);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper step = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Handle> handle = Optional.empty();

    InvestigateCommand(Investigations investigations, TargetModel model, Tasks tasks) {
        this.investigations = investigations;
        over = model.connection().map(ConnectionState.Ended.class::isInstance);
        this.tasks = tasks;
        model.current().subscribe(run -> run.ifPresent(this::follow));
    }

    /// What worries the user; may stay empty.
    public StringProperty reason() {
        return reason;
    }

    /// Which model the next ones are done with; choosing one is no consent to send it anything.
    public ObjectProperty<ModelChoice> model() {
        return model;
    }

    /// How the model of the next ones is used; the built-in rules know no other than the first.
    public ObjectProperty<Strategy> strategy() {
        return strategy;
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /// Whether the target is gone for good, so that there is nothing to investigate.
    ObservableValue<Boolean> over() {
        return over;
    }

    /// What happens now, in words.
    public ReadOnlyStringProperty step() {
        return step.getReadOnlyProperty();
    }

    /// Why the last one could not be started.
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Starts an investigation unless one is running.
    public void start() {
        if (running.get() || over.getValue()) {
            return;
        }
        String asked = reason.get().strip();
        String why = asked.isEmpty() ? Messages.text("investigate.default_reason") : asked;
        var request =
                new InvestigationRequest(
                        why,
                        Set.of(),
                        InvestigationRequest.DEFAULT_TIMEOUT,
                        Impact.LOW,
                        model.get(),
                        model.get() instanceof ModelChoice.Rules
                                ? Strategy.AGENT_LOOP
                                : strategy.get());
        running.set(true);
        step.unbind();
        step.set(Messages.text("run.starting"));
        problem.set(Optional.empty());
        tasks.run(
                () -> begin(request),
                started -> {
                    handle = started;
                    if (started.isEmpty()) {
                        failed(new Problem(Messages.text(refusal(request)), ""));
                    }
                },
                this::failed);
    }

    private static String refusal(InvestigationRequest request) {
        return request.model() instanceof ModelChoice.Named ? "model.gone" : "model.no_pipeline";
    }

    /// Empty when the chosen client is none of the settings any more, or when only the rules are
    /// there to be asked by a pipeline.
    private Optional<Handle> begin(InvestigationRequest request) {
        try {
            return Optional.of(investigations.start(request));
        } catch (IllegalArgumentException e) {
            if (request.model() instanceof ModelChoice.Named
                    || request.strategy() == Strategy.PIPELINE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void failed(Problem why) {
        running.set(false);
        problem.set(Optional.of(why));
    }

    /// Stops the one that runs; what it found stays.
    public void cancel() {
        handle.ifPresent(
                started -> {
                    step.unbind();
                    step.set(Messages.text("run.cancelling"));
                    tasks.background().execute(started::cancel);
                });
    }

    /// Goes back to what the settings say when the chosen client is none of them any more.
    void keepModelAmong(List<String> clients) {
        if (model.get() instanceof ModelChoice.Named(String name) && !clients.contains(name)) {
            model.set(new ModelChoice.Usual());
        }
    }

    private void follow(Run run) {
        running.unbind();
        step.bind(run.step());
        running.set(run.outcome().get().isEmpty());
        run.outcome().subscribe(outcome -> running.set(outcome.isEmpty()));
    }
}
