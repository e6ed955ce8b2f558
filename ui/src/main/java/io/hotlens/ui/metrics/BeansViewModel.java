package io.hotlens.ui.metrics;

import io.hotlens.app.sandbox.LuaOutcome;
import io.hotlens.skills.data.Data;
import io.hotlens.ui.fx.Tasks;
import io.hotlens.ui.metrics.Pin.OfAttribute;
import io.hotlens.ui.text.Messages;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Finds MBeans of a target and reads one of them. Belongs to the JavaFX thread.
public final class BeansViewModel {

    private final Tasks tasks;
    private final Function<String, LuaOutcome> scripts;
    private final InstantSource clock;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<BeanRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<BeanDetails> details =
            new ReadOnlyObjectWrapper<>(BeanDetails.NONE);
    private final ObjectProperty<Optional<OfAttribute>> charted =
            new SimpleObjectProperty<>(Optional.empty());
    private Runnable stopSearch = () -> {};
    private Runnable stopReading = () -> {};
    private boolean begun;

    /// @param scripts runs Lua on the target; blocks
    public BeansViewModel(Tasks tasks, Function<String, LuaOutcome> scripts, InstantSource clock) {
        this.tasks = tasks;
        this.scripts = scripts;
        this.clock = clock;
        query.subscribe(
                _ -> {
                    if (begun) {
                        search();
                    }
                });
    }

    /// A part of a name, or a JMX pattern such as `java.lang:*`; empty for the domains.
    StringProperty query() {
        return query;
    }

    /// Domains or beans that were found, fifty at most.
    ObservableList<BeanRow> rows() {
        return rows;
    }

    /// How many were found, or why none could be.
    ReadOnlyStringProperty state() {
        return state.getReadOnlyProperty();
    }

    /// The chosen bean.
    ReadOnlyObjectProperty<BeanDetails> details() {
        return details.getReadOnlyProperty();
    }

    /// The attribute whose values are followed.
    ObjectProperty<Optional<OfAttribute>> charted() {
        return charted;
    }

    /// Somebody looks for the first time: until then the target is not asked.
    void begin() {
        if (!begun) {
            begun = true;
            search();
        }
    }

    private void search() {
        String wanted = query.get().strip();
        state.set(Messages.text("bean.searching"));
        stopSearch.run();
        stopSearch =
                ask(
                        wanted.isEmpty() ? BeanScripts.domains() : BeanScripts.find(wanted),
                        this::found,
                        why -> {
                            rows.clear();
                            state.set(Messages.text("bean.problem", why));
                        });
    }

    private void found(Data.Fields answer) {
        List<BeanRow> all = answer.items("items").stream().map(BeanRow::of).toList();
        rows.setAll(all);
        int total = answer.number("total").orElse((double) all.size()).intValue();
        boolean domains = !all.isEmpty() && all.getFirst() instanceof BeanRow.Domain;
        state.set(
                total > all.size()
                        ? Messages.text("bean.part", all.size(), total)
                        : Messages.text(domains ? "bean.domains" : "bean.found", total));
    }

    /// Shows the beans of a domain, or the attributes of a bean.
    void choose(BeanRow row) {
        switch (row) {
            case BeanRow.Domain(String name, _) -> query.set(name + ":*");
            case BeanRow.Bean(String name) -> {
                if (!details.get().bean().equals(name)) {
                    charted.set(Optional.empty());
                    details.set(BeanDetails.asked(name));
                    read();
                }
            }
        }
    }

    /// Reads the chosen bean once more.
    void readAgain() {
        if (!details.get().asking() && !details.get().bean().isEmpty()) {
            details.set(details.get().askedAgain());
            read();
        }
    }

    private void read() {
        String bean = details.get().bean();
        stopReading.run();
        stopReading =
                ask(
                        BeanScripts.values(bean),
                        answer -> details.set(details.get().answered(answer, clock.instant())),
                        why -> details.set(details.get().failed(why)));
    }

    private Runnable ask(String script, Consumer<Data.Fields> done, Consumer<String> failed) {
        return tasks.start(
                () -> scripts.apply(script),
                outcome -> {
                    switch (outcome) {
                        case LuaOutcome.Value value
                                when value.result() instanceof Data.Fields fields ->
                                done.accept(fields);
                        case LuaOutcome.Value _ -> failed.accept(Messages.text("bean.strange"));
                        case LuaOutcome.Failure failure -> failed.accept(failure.message());
                    }
                },
                problem -> failed.accept(problem.sentence()));
    }

    /// Follows an attribute, or the part of it that a path leads to, when that is a number.
    void follow(BeanDetails.Attribute attribute, List<String> path) {
        if (BeanScripts.at(attribute.value(), path) instanceof Data.Num) {
            charted.set(Optional.of(new OfAttribute(details.get().bean(), attribute.name(), path)));
        }
    }
}
