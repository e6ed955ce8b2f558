package io.hotlens.ui.shell;

import io.hotlens.skills.target.ConnectionState;
import io.hotlens.ui.control.Hint;
import io.hotlens.ui.control.Mark;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.model.Vitals;
import io.hotlens.ui.monitor.MonitorWords;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.shape.SVGPath;
import javafx.util.Subscription;

import java.time.Duration;

/// The line at the foot of the window: connection, cost to the target, model.
final class StatusBar {

    private final SVGPath mark = new SVGPath();
    private final Label connection = Words.small("");
    private final Label cost = Words.small("");
    private final Label watch = Words.small("");
    private final Label chooser = Words.small("");
    private final Label trouble = Words.label("", "small", "warning-text");
    private final HBox root;
    private Subscription following = Subscription.EMPTY;

    StatusBar(ShellViewModel model) {
        connection.setGraphic(mark);
        root = new HBox(24, connection, cost, trouble, Words.gap(), watch, chooser);
        Hint whole = Hint.on(trouble);
        trouble.setId("trouble");
        trouble.setMinWidth(0);
        model.trouble()
                .subscribe(
                        now -> {
                            Words.shown(trouble, !now.isEmpty()).setText(now);
                            whole.say(now);
                        });
        cost.setMinWidth(Label.USE_PREF_SIZE);
        root.setAlignment(Pos.CENTER_LEFT);
        root.getStyleClass().add("status-bar");
        model.selected()
                .subscribe(
                        selected -> {
                            following.unsubscribe();
                            selected.ifPresentOrElse(this::follow, this::nothing);
                        });
    }

    Parent node() {
        return root;
    }

    private void nothing() {
        following = Subscription.EMPTY;
        Mark.UNKNOWN.show(mark);
        connection.setText(Messages.text("status.none"));
        cost.setText("");
        chooser.setText("");
        watch.setText("");
    }

    private void follow(OpenTarget target) {
        var model = target.model();
        following =
                model.connection()
                        .subscribe(state -> show(state, model.vitals().get()))
                        .and(
                                model.vitals()
                                        .subscribe(
                                                vitals -> show(model.connection().get(), vitals)));
    }

    private void show(ConnectionState state, Vitals vitals) {
        Mark.of(state).show(mark);
        connection.setText(
                switch (state) {
                    case ConnectionState.Connected _ -> Messages.text("status.connected");
                    case ConnectionState.Lost(var since, _) ->
                            Messages.text(
                                    "status.lost",
                                    Formats.duration(age(Duration.between(since, vitals.at()))));
                    case ConnectionState.Ended _ -> Messages.text("status.ended");
                });
        chooser.setText(vitals.model());
        watch.setText(MonitorWords.shortly(vitals.normality(), vitals.at()));
        cost.setText(
                Messages.text(
                        "status.cost",
                        Formats.number(vitals.cost().cpuPct()),
                        Formats.number((double) vitals.cost().calls()),
                        Formats.duration(vitals.cost().pauses())));
    }

    private static Duration age(Duration age) {
        return age.isNegative() ? Duration.ZERO : age;
    }
}
