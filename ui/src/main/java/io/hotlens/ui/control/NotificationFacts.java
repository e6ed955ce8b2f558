package io.hotlens.ui.control;

import io.hotlens.app.notification.Notification;
import io.hotlens.ui.text.Messages;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;

/// What a notification says: the facts, the guess, the evidence, the snapshots.
public final class NotificationFacts {

    private NotificationFacts() {}

    /// One node for each part.
    ///
    /// @param past what its snapshots can be compared with
    public static List<Node> of(Notification found, SnapshotPast past) {
        var parts = new ArrayList<Node>();
        parts.add(part("inbox.observed", Words.wrapped(found.observation())));
        if (!found.context().isBlank()) {
            parts.add(part("inbox.context", Words.wrapped(found.context())));
        }
        if (!found.subject().isBlank()) {
            parts.add(part("inbox.subject", Words.wrapped(found.subject(), "mono")));
        }
        found.hypothesis()
                .ifPresent(guess -> parts.add(part("inbox.guess", Words.wrapped(guess, "guess"))));
        parts.add(part("inbox.evidence", evidence(found)));
        parts.add(Words.heading(Messages.text("inbox.snapshots")));
        found.snapshots().forEach(snapshot -> parts.add(SnapshotTable.of(snapshot, past)));
        return parts;
    }

    private static VBox part(String key, Node content) {
        return new VBox(4, Words.small(Messages.text(key)), content);
    }

    private static Node evidence(Notification found) {
        return DataTree.of(found.evidence(), Messages.text("inbox.evidence"));
    }
}
