package io.hotlens.ui.overview;

import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.skills.target.ConnectionState;
import io.hotlens.ui.control.ChartMark;
import io.hotlens.ui.control.ChartTime;
import io.hotlens.ui.model.FoundItem;
import io.hotlens.ui.model.OperatorCard;
import io.hotlens.ui.model.TargetModel;
import io.hotlens.ui.model.Vitals;
import io.hotlens.ui.text.Messages;

import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The health sentence, the gauges and the operators. Belongs to the JavaFX thread.
public final class OverviewViewModel {

    private static final Duration USUAL = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int MARKS = 500;

    private final TargetModel model;
    private final Consumer<NotificationId> openNotification;
    private final List<Gauge> gauges = Gauge.standard();
    private final ObjectProperty<Gauge> picked = new SimpleObjectProperty<>(gauges.getFirst());
    private final ChartTime time = new ChartTime(USUAL, LONGEST);
    private final BooleanProperty all = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Health> health;

    /// @param openNotification shows a notification in the inbox
    public OverviewViewModel(TargetModel model, Consumer<NotificationId> openNotification) {
        this.model = model;
        this.openNotification = openNotification;
        health = new ReadOnlyObjectWrapper<>(Health.of(model));
        Runnable judge = () -> health.set(Health.of(model));
        model.vitals().subscribe(judge);
        model.connection().subscribe(judge);
        model.findings().items().addListener((Observable _) -> judge.run());
        model.findings().worst().subscribe(judge);
        model.findings().insights().addListener((Observable _) -> judge.run());
        model.current().subscribe(judge);
    }

    ReadOnlyObjectProperty<Health> health() {
        return health.getReadOnlyProperty();
    }

    List<Gauge> gauges() {
        return gauges;
    }

    /// The gauge that the large chart shows.
    ObjectProperty<Gauge> picked() {
        return picked;
    }

    /// Whether every gauge has its chart, not only the picked one.
    BooleanProperty all() {
        return all;
    }

    ReadOnlyObjectProperty<Vitals> vitals() {
        return model.vitals();
    }

    ReadOnlyObjectProperty<ConnectionState> connection() {
        return model.connection();
    }

    /// Whether the values are of a target that answers.
    boolean isFresh() {
        return model.connection().get().isConnected();
    }

    List<OperatorCard> operators() {
        return model.operators().cards();
    }

    /// What the charts show, all the same stretch.
    ChartTime time() {
        return time;
    }

    /// Goes up with each notification.
    ReadOnlyLongProperty findings() {
        return model.findings().changes();
    }

    /// The newest notifications and the start of the JVM, for the marks on the charts.
    List<ChartMark> marks() {
        Stream<ChartMark> found =
                model.findings().items().stream()
                        .limit(MARKS)
                        .map(FoundItem::notification)
                        .map(this::markOf);
        return Stream.concat(Stream.of(markOfStart()), found).toList();
    }

    private ChartMark markOf(Notification found) {
        return new ChartMark(
                found.detectedAt(), found.observation(), () -> openNotification.accept(found.id()));
    }

    /// What was deployed last has run since; it opens all that is known of that time.
    private ChartMark markOfStart() {
        Instant started = model.info().startedAt();
        return new ChartMark(
                started,
                Messages.text("overview.jvm_started"),
                () -> time.show(started, model.vitals().get().at()));
    }

    /// The sentence that describes the health, for tests and screen readers.
    public String sentence() {
        return health.get().sentence();
    }

    void openWorst() {
        health.get().worst().ifPresent(openNotification);
    }
}
