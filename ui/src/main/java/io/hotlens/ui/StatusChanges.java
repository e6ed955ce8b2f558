package io.hotlens.ui;

import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.ui.model.Findings;
import io.hotlens.ui.model.FoundItem;
import io.hotlens.ui.shell.Undo;
import io.hotlens.ui.text.Messages;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/// Changes where notifications stand, so that it can be taken back. Belongs to the JavaFX thread.
///
/// @param engine makes the change
record StatusChanges(
        Findings findings, Undo undo, BiConsumer<List<NotificationId>, NotificationStatus> engine)
        implements BiConsumer<List<NotificationId>, NotificationStatus> {

    @Override
    public void accept(List<NotificationId> ids, NotificationStatus to) {
        Map<NotificationStatus, List<NotificationId>> before =
                ids.stream()
                        .flatMap(id -> findings.find(id).stream())
                        .collect(
                                Collectors.groupingBy(
                                        FoundItem::standing,
                                        Collectors.mapping(
                                                StatusChanges::id, Collectors.toList())));
        engine.accept(ids, to);
        undo.did(
                told(ids.size(), to),
                () -> before.forEach((old, moved) -> engine.accept(moved, old)));
    }

    private static NotificationId id(FoundItem item) {
        return item.notification().id();
    }

    private static String told(int count, NotificationStatus to) {
        return switch (to) {
            case ACKNOWLEDGED -> Messages.text("inbox.done_acknowledged", count);
            case RESOLVED -> Messages.text("inbox.done_resolved", count);
            case UNREAD -> Messages.text("inbox.done_unread", count);
        };
    }
}
