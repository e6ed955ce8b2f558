package io.hotlens.ui.model;

import io.hotlens.app.chat.ChatAnswer;
import io.hotlens.app.chat.ChatEvent;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.ui.text.Messages;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.Optional;
import java.util.stream.Collectors;

/// What was asked about an investigation, and what came of it. Belongs to the JavaFX thread.
public final class Questions {

    private final ObservableList<ChatAnswer> answers = FXCollections.observableArrayList();
    private final ObservableList<ChatAnswer> seen =
            FXCollections.unmodifiableObservableList(answers);
    private final ReadOnlyObjectWrapper<Optional<String>> asking =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper step = new ReadOnlyStringWrapper("");

    Questions() {}

    /// Oldest first; those without an answer say why.
    public ObservableList<ChatAnswer> answers() {
        return seen;
    }

    /// The question under way.
    public ReadOnlyObjectProperty<Optional<String>> asking() {
        return asking.getReadOnlyProperty();
    }

    /// What happens for the question under way, in words.
    public ReadOnlyStringProperty step() {
        return step.getReadOnlyProperty();
    }

    void apply(ChatEvent event) {
        switch (event.step()) {
            case ChatEvent.Asked(String question) -> {
                step.set(Messages.text("chat.reading"));
                asking.set(Optional.of(question));
            }
            case ChatEvent.OperatorsSent(var skills) ->
                    step.set(
                            Messages.text(
                                    "chat.looking",
                                    skills.stream()
                                            .map(SkillId::value)
                                            .collect(Collectors.joining(", "))));
            case ChatEvent.Rejected _ -> step.set(Messages.text("chat.again"));
            case ChatEvent.Answered(ChatAnswer answer) -> {
                asking.set(Optional.empty());
                answers.add(answer);
            }
            case ChatEvent.Chose _, ChatEvent.InLoop _ -> {}
        }
    }
}
