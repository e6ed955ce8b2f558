package io.hotlens.ui.inbox;

import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.ui.model.FoundItem;
import io.hotlens.ui.model.TargetModel;

import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// The notifications of a target, filtered by status and text. Belongs to the JavaFX thread.
public final class InboxViewModel {

    private final TargetModel model;
    private final BiConsumer<NotificationId, NotificationStatus> mark;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<Optional<NotificationStatus>> status =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<FoundItem>> selected =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<FoundItem> observed;
    private final FilteredList<FoundItem> shown;

    /// @param mark changes where a notification stands; the change comes back as an event
    public InboxViewModel(TargetModel model, BiConsumer<NotificationId, NotificationStatus> mark) {
        this.model = model;
        this.mark = mark;
        observed = FXCollections.observableArrayList(item -> new Observable[] {item.status()});
        observed.setAll(model.findings().items());
        model.findings()
                .items()
                .addListener((Observable _) -> observed.setAll(model.findings().items()));
        shown = new FilteredList<>(observed, this::matches);
        filter.subscribe(this::refilter);
        status.subscribe(this::refilter);
    }

    /// Newest first.
    public ObservableList<FoundItem> items() {
        return shown;
    }

    /// A part of a title, observation, subject or skill; empty shows all.
    public StringProperty filter() {
        return filter;
    }

    /// The status that is shown; empty shows all.
    public ObjectProperty<Optional<NotificationStatus>> status() {
        return status;
    }

    /// The notification in the detail.
    public ObjectProperty<Optional<FoundItem>> selected() {
        return selected;
    }

    /// Everything, whatever the filter; changes with each status too.
    ObservableList<FoundItem> all() {
        return observed;
    }

    /// How many stand where.
    public Map<NotificationStatus, Integer> counts() {
        var counts = new EnumMap<NotificationStatus, Integer>(NotificationStatus.class);
        for (NotificationStatus each : NotificationStatus.values()) {
            counts.put(each, 0);
        }
        observed.forEach(item -> counts.merge(item.status().get(), 1, Integer::sum));
        return counts;
    }

    String title(Notification notification) {
        return model.title(notification.operator());
    }

    Instant now() {
        return model.vitals().get().at();
    }

    /// Shows one notification, even when the filter hides it.
    public void open(NotificationId id) {
        model.findings()
                .find(id)
                .ifPresent(
                        item -> {
                            if (!matches(item)) {
                                filter.set("");
                                status.set(Optional.empty());
                            }
                            selected.set(Optional.of(item));
                        });
    }

    public void acknowledge() {
        move(NotificationStatus.ACKNOWLEDGED);
    }

    public void resolve() {
        move(NotificationStatus.RESOLVED);
    }

    public void unread() {
        move(NotificationStatus.UNREAD);
    }

    private void move(NotificationStatus to) {
        selected.get()
                .filter(item -> item.status().get() != to)
                .ifPresent(item -> mark.accept(item.notification().id(), to));
    }

    private void refilter() {
        shown.setPredicate(this::matches);
    }

    private boolean matches(FoundItem item) {
        Notification found = item.notification();
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        String text =
                String.join(
                        "\n",
                        found.type(),
                        found.observation(),
                        found.subject(),
                        found.operator().value(),
                        title(found));
        return status.get().map(item.status().get()::equals).orElse(true)
                && text.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
