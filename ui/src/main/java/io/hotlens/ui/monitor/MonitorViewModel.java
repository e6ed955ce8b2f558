package io.hotlens.ui.monitor;

import io.hotlens.app.trace.InvestigationId;
import io.hotlens.skills.monitor.IdleRule;
import io.hotlens.ui.model.MonitorLog;
import io.hotlens.ui.model.Normality;
import io.hotlens.ui.model.TargetModel;
import io.hotlens.ui.model.Vitals;
import io.hotlens.ui.text.Messages;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What the monitor knows and did, and the way to what followed. Belongs to the JavaFX thread.
public final class MonitorViewModel {

    private final TargetModel model;
    private final Consumer<InvestigationId> openInvestigation;

    /// @param openInvestigation shows one of the target's investigations
    public MonitorViewModel(TargetModel model, Consumer<InvestigationId> openInvestigation) {
        this.model = model;
        this.openInvestigation = openInvestigation;
    }

    ReadOnlyObjectProperty<Vitals> vitals() {
        return model.vitals();
    }

    /// What it did, newest first.
    ObservableList<MonitorLog.Line> lines() {
        return model.monitorLog().lines();
    }

    /// The metrics, odd ones first.
    static List<Normality.Row> rows(Normality normality) {
        return normality.rows().stream()
                .sorted(Comparator.comparing((Normality.Row row) -> !row.isOdd()))
                .toList();
    }

    /// A sentence for each rule of the user that watches nothing.
    static List<String> idle(Normality normality) {
        return normality.idle().stream().map(MonitorViewModel::sentence).toList();
    }

    private static String sentence(IdleRule idle) {
        String rule = idle.rule().text();
        String metric = idle.rule().metric();
        return idle.meant()
                .map(meant -> Messages.text("monitor.idle_meant", rule, metric, meant))
                .orElseGet(() -> Messages.text("monitor.idle", rule, metric));
    }

    /// Whether the line led to an investigation that is still known.
    boolean canOpen(MonitorLog.Line line) {
        return investigation(line).isPresent();
    }

    void open(MonitorLog.Line line) {
        investigation(line).ifPresent(openInvestigation);
    }

    private Optional<InvestigationId> investigation(MonitorLog.Line line) {
        return line.investigation().filter(id -> model.run(id).isPresent());
    }
}
