package io.hotlens.ui.investigate;

import io.hotlens.app.insight.Insight;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.ui.model.Run;
import io.hotlens.ui.model.TargetModel;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The investigation that is shown: the newest, until the user picks an older one. Belongs to the
/// JavaFX thread.
public final class InvestigateViewModel {

    private final TargetModel model;
    private final ReadOnlyBooleanProperty running;
    private final Links links;
    private final ObjectProperty<Optional<Run>> shown =
            new SimpleObjectProperty<>(Optional.empty());

    /// Where the screen's buttons lead.
    ///
    /// @param openNotification shows a notification in the inbox
    /// @param verify runs what an insight says to verify it with, in the console
    /// @param start starts an investigation
    /// @param asking asks about one
    public record Links(
            Consumer<NotificationId> openNotification,
            Consumer<Insight> verify,
            Runnable start,
            Asking asking) {}

    /// Questions about an investigation that has ended; both return at once.
    ///
    /// @param ask what comes of it appears in the run
    /// @param stop ends the question under way
    public record Asking(BiConsumer<InvestigationId, String> ask, Consumer<InvestigationId> stop) {}

    /// @param running whether an investigation is being started or under way
    public InvestigateViewModel(TargetModel model, ReadOnlyBooleanProperty running, Links links) {
        this.model = model;
        this.running = running;
        this.links = links;
        model.current().subscribe(shown::set);
    }

    /// The investigation on the screen; empty before the first.
    public ObjectProperty<Optional<Run>> shown() {
        return shown;
    }

    /// Whether one is being started or under way.
    ReadOnlyBooleanProperty running() {
        return running;
    }

    public ObservableList<Run> runs() {
        return model.runs();
    }

    Links links() {
        return links;
    }

    List<Notification> cited(Insight insight) {
        return model.findings().cited(insight);
    }

    String title(Notification notification) {
        return model.title(notification.operator());
    }
}
