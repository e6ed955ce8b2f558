package io.hotlens.ui.insight;

import io.hotlens.app.insight.Insight;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.ui.error.Problem;
import io.hotlens.ui.fx.Tasks;
import io.hotlens.ui.model.TargetModel;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The insights of a target and the one that is shown. Belongs to the JavaFX thread.
public final class InsightViewModel {

    private final TargetModel model;
    private final Tasks tasks;
    private final Links links;
    private final ObjectProperty<Optional<Insight>> selected =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Picture> picture =
            new ReadOnlyObjectWrapper<>(new Picture.Waiting());
    private long asked;

    /// Ways to other screens.
    ///
    /// @param openNotification shows a notification in the inbox
    /// @param verify runs what an insight says to verify it with
    public record Links(Consumer<NotificationId> openNotification, Consumer<Insight> verify) {}

    /// The graph of the insight that is shown.
    sealed interface Picture {

        /// It is being laid out.
        record Waiting() implements Picture {}

        record Ready(Drawing drawing) implements Picture {}

        record Failed(Problem problem) implements Picture {}
    }

    public InsightViewModel(TargetModel model, Tasks tasks, Links links) {
        this.model = model;
        this.tasks = tasks;
        this.links = links;
        selected.subscribe(insight -> insight.ifPresent(this::layOut));
        model.current().subscribe(run -> run.ifPresent(_ -> rehearse()));
    }

    /// While the operators look there is time for it.
    private void rehearse() {
        tasks.background().execute(GraphRehearsal::once);
    }

    private void layOut(Insight insight) {
        long number = ++asked;
        List<Notification> cited = cited(insight);
        picture.set(new Picture.Waiting());
        tasks.run(
                () -> Drawing.of(insight, CorrelationGraph.of(insight, cited)),
                drawing -> show(number, new Picture.Ready(drawing)),
                failed -> show(number, new Picture.Failed(failed)));
    }

    /// What was overtaken by a later choice is void.
    private void show(long number, Picture drawn) {
        if (number == asked) {
            picture.set(drawn);
        }
    }

    /// Newest first.
    public ObservableList<Insight> insights() {
        return model.findings().insights();
    }

    public ObjectProperty<Optional<Insight>> selected() {
        return selected;
    }

    ReadOnlyObjectProperty<Picture> picture() {
        return picture.getReadOnlyProperty();
    }

    List<Notification> cited(Insight insight) {
        return model.findings().cited(insight);
    }

    void openNotification(NotificationId id) {
        links.openNotification().accept(id);
    }

    void verify(Insight insight) {
        links.verify().accept(insight);
    }
}
