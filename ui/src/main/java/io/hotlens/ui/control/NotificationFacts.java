package io.hotlens.ui.control;

import io.hotlens.app.notification.Notification;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.skill.Snapshot;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a notification says: the facts, the guess, the evidence, the snapshots.
public final class NotificationFacts {

    private NotificationFacts() {}

    /// One node for each part.
    public static List<Node> of(Notification found) {
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
        found.snapshots().forEach(snapshot -> parts.add(snapshot(snapshot)));
        return parts;
    }

    private static VBox part(String key, Node content) {
        return new VBox(4, Words.small(Messages.text(key)), content);
    }

    private static Node evidence(Notification found) {
        return DataTree.of(found.evidence(), Messages.text("inbox.evidence"));
    }

    private static VBox snapshot(Snapshot snapshot) {
        var table = new GridPane(16, 4);
        int row = 0;
        for (Map.Entry<Metric, Reading> entry : snapshot.readings().entrySet()) {
            Metric metric = entry.getKey();
            Label name = Words.label(metric.name(), "mono", "mono-small");
            name.setTooltip(new Tooltip(metric.meaning()));
            table.addRow(row++, name, reading(metric, entry.getValue()));
        }
        return new VBox(
                8,
                Words.small(
                        Messages.text(
                                "inbox.snapshot",
                                snapshot.skill(),
                                Formats.full(snapshot.capturedAt()),
                                snapshot.id())),
                table);
    }

    private static Label reading(Metric metric, Reading reading) {
        return switch (reading) {
            case Reading.Known(double value) ->
                    Words.label(Formats.value(value, metric.unit()), "mono");
            case Reading.Unavailable(String why) ->
                    Words.wrapped(Messages.text("gauge.missing", why), "small");
        };
    }
}
