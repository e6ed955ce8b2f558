package io.hotlens.ui.settings;

import io.hotlens.app.llm.egress.DataClass;
import io.hotlens.app.llm.egress.EgressPolicy;
import io.hotlens.app.llm.egress.EgressPolicy.Mode;
import io.hotlens.app.settings.EgressChoices;
import io.hotlens.app.settings.TargetKey;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What may leave for a model: for all targets, or for one that has a policy of its own. Belongs to
/// the JavaFX thread.
final class EgressViewModel {

    private final SettingsStore store;
    private final Supplier<List<TargetKey>> open;
    private final ObservableList<Optional<TargetKey>> scopes = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<TargetKey>> scope =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<EgressPolicy> policy =
            new ReadOnlyObjectWrapper<>(EgressPolicy.DEFAULT);
    private EgressChoices choices = EgressChoices.DEFAULT;

    /// @param open the targets that are open
    EgressViewModel(SettingsStore store, Supplier<List<TargetKey>> open) {
        this.store = store;
        this.open = open;
        store.settings()
                .subscribe(
                        now ->
                                now.ifPresent(
                                        settings -> {
                                            choices = settings.egress();
                                            show();
                                        }));
        scope.subscribe(_ -> policy.set(present()));
    }

    /// All targets, then those that have a policy of their own or are open.
    ObservableList<Optional<TargetKey>> scopes() {
        return scopes;
    }

    /// Whose policy is shown and changed; empty for all targets that have none of their own.
    ObjectProperty<Optional<TargetKey>> scope() {
        return scope;
    }

    /// The policy of the chosen targets.
    ReadOnlyObjectProperty<EgressPolicy> policy() {
        return policy.getReadOnlyProperty();
    }

    /// Whether the chosen target has a policy of its own.
    boolean isOwn() {
        return scope.get().filter(choices.targets()::containsKey).isPresent();
    }

    private void show() {
        var known = new LinkedHashSet<TargetKey>(choices.targets().keySet());
        known.addAll(open.get());
        scope.get().ifPresent(known::add);
        List<Optional<TargetKey>> fresh =
                Stream.concat(
                                Stream.of(Optional.<TargetKey>empty()),
                                known.stream().map(Optional::of))
                        .toList();
        if (!fresh.equals(scopes)) {
            Optional<TargetKey> chosen = scope.get();
            scopes.setAll(fresh);
            scope.set(chosen);
        }
        policy.set(present());
    }

    private EgressPolicy present() {
        return scope.get().map(choices::of).orElse(choices.usual());
    }

    void choose(Mode mode) {
        change(now -> new EgressPolicy(mode, now.allowed()));
    }

    /// Lets a class leave as it is, or not.
    void allow(DataClass dataClass, boolean allowed) {
        change(
                now -> {
                    Set<DataClass> classes = EnumSet.noneOf(DataClass.class);
                    classes.addAll(now.allowed());
                    if (allowed) {
                        classes.add(dataClass);
                    } else {
                        classes.remove(dataClass);
                    }
                    return new EgressPolicy(now.mode(), classes);
                });
    }

    private void change(UnaryOperator<EgressPolicy> how) {
        Optional<TargetKey> whose = scope.get();
        store.change(
                settings -> {
                    EgressChoices now = settings.egress();
                    return settings.with(
                            whose.map(key -> now.with(key, Optional.of(how.apply(now.of(key)))))
                                    .orElseGet(() -> now.withUsual(how.apply(now.usual()))));
                },
                () -> {});
    }

    /// Takes the chosen target's own policy away.
    void asForAll() {
        scope.get()
                .ifPresent(
                        key ->
                                store.change(
                                        s -> s.with(s.egress().with(key, Optional.empty())),
                                        () -> {}));
    }
}
