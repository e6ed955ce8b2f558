package io.hotlens.ui.settings;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.monitor.AlertRule;
import io.hotlens.skills.monitor.IdleRule;
import io.hotlens.ui.text.Messages;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The user's rules, a row each; an empty row is none. Belongs to the JavaFX thread.
final class AlertRows {

    private final Supplier<List<Metric>> metrics;
    private final Runnable onChange;
    private final ObservableList<Entry> rows = FXCollections.observableArrayList();

    /// @param metrics that a rule may be about; reads files
    AlertRows(Supplier<List<Metric>> metrics, Runnable onChange) {
        this.metrics = metrics;
        this.onChange = onChange;
    }

    ObservableList<Entry> rows() {
        return rows;
    }

    void add() {
        rows.add(row(""));
        onChange.run();
    }

    void remove(Entry row) {
        rows.remove(row);
        onChange.run();
    }

    void fill(List<String> rules) {
        if (!rules.equals(texts()) || rows.size() != rules.size()) {
            rows.setAll(rules.stream().map(this::row).toList());
        }
        rows.forEach(row -> row.wrong().set(""));
    }

    private Entry row(String text) {
        Entry row = Entry.empty();
        row.fill(text);
        row.text().subscribe(onChange);
        return row;
    }

    /// What is typed, without empty rows.
    List<String> texts() {
        return rows.stream()
                .map(row -> row.text().get().strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /// Reads the rows off the JavaFX thread, and hands them on when all are right; one that is not
    /// says why.
    void read(Consumer<List<AlertRule>> right, SettingsStore store) {
        var parsed = new ArrayList<AlertRule>();
        boolean wrong = false;
        for (Entry row : rows) {
            row.wrong().set("");
            try {
                if (!row.text().get().isBlank()) {
                    parsed.add(AlertRule.parse(row.text().get().strip()));
                }
            } catch (IllegalArgumentException e) {
                row.wrong().set(e.getMessage() + ".");
                wrong = true;
            }
        }
        if (!wrong) {
            store.tasks().run(() -> idle(parsed), idle -> tell(idle, parsed, right), store::tell);
        }
    }

    private List<IdleRule> idle(List<AlertRule> rules) {
        List<Metric> known = rules.isEmpty() ? List.of() : metrics.get();
        return rules.stream()
                .map(rule -> IdleRule.of(rule, known))
                .flatMap(Optional::stream)
                .toList();
    }

    private void tell(List<IdleRule> idle, List<AlertRule> all, Consumer<List<AlertRule>> right) {
        if (idle.isEmpty()) {
            right.accept(all);
            return;
        }
        for (IdleRule one : idle) {
            rows.stream()
                    .filter(row -> row.text().get().strip().equals(one.rule().text()))
                    .forEach(row -> row.wrong().set(sentence(one)));
        }
    }

    private static String sentence(IdleRule idle) {
        String metric = idle.rule().metric();
        return idle.meant()
                .map(meant -> Messages.text("settings.alert_meant", metric, meant))
                .orElseGet(() -> Messages.text("settings.alert_unknown", metric));
    }
}
