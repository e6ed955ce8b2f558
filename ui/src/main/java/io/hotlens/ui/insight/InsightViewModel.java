package io.hotlens.ui.insight;

import io.hotlens.app.insight.Insight;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.ui.model.TargetModel;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The insights of a target and the one that is shown. Belongs to the JavaFX thread.
public final class InsightViewModel {

    private final TargetModel model;
    private final Consumer<NotificationId> openNotification;
    private final Consumer<Insight> verify;
    private final ObjectProperty<Optional<Insight>> selected =
            new SimpleObjectProperty<>(Optional.empty());

    /// @param openNotification shows a notification in the inbox
    /// @param verify runs what an insight says to verify it with
    public InsightViewModel(
            TargetModel model,
            Consumer<NotificationId> openNotification,
            Consumer<Insight> verify) {
        this.model = model;
        this.openNotification = openNotification;
        this.verify = verify;
    }

    /// Newest first.
    public ObservableList<Insight> insights() {
        return model.findings().insights();
    }

    public ObjectProperty<Optional<Insight>> selected() {
        return selected;
    }

    public List<Notification> cited(Insight insight) {
        return model.findings().cited(insight);
    }

    public CorrelationGraph graph(Insight insight) {
        return CorrelationGraph.of(insight, cited(insight));
    }

    void openNotification(NotificationId id) {
        openNotification.accept(id);
    }

    void verify(Insight insight) {
        verify.accept(insight);
    }
}
