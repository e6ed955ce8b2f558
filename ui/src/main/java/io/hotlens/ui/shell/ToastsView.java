package io.hotlens.ui.shell;

import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Messages;

import javafx.animation.PauseTransition;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.HashMap;
import java.util.Map;

/// Draws the news at the foot, where it covers least that can be clicked; each goes after some
/// seconds, but not while the mouse is on it.
final class ToastsView {

    private static final Duration SHOWN_FOR = Duration.seconds(8);

    private final Toasts toasts;
    private final VBox root = new VBox(8);
    private final Map<Toast, Node> nodes = new HashMap<>();

    ToastsView(Toasts toasts) {
        this.toasts = toasts;
        root.setId("toasts");
        root.getStyleClass().add("toasts");
        root.setAlignment(Pos.BOTTOM_CENTER);
        root.setPickOnBounds(false);
        toasts.shown().addListener((Observable _) -> show());
        show();
    }

    Node node() {
        return root;
    }

    private void show() {
        nodes.keySet().retainAll(toasts.shown());
        root.getChildren()
                .setAll(
                        toasts.shown().stream()
                                .map(toast -> nodes.computeIfAbsent(toast, this::draw))
                                .toList());
        Words.shown(root, !toasts.shown().isEmpty());
    }

    private Node draw(Toast toast) {
        Label text = Words.wrapped(toast.text());
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        var action = new Button(toast.action().title());
        action.setMnemonicParsing(false);
        action.setMinWidth(Button.USE_PREF_SIZE);
        action.setOnAction(
                _ -> {
                    toasts.dismiss(toast);
                    toast.action().work().run();
                });
        var close = new Button("", new FontIcon(Feather.X));
        close.getStyleClass().add("flat");
        close.setAccessibleText(Messages.text("toast.close"));
        close.setOnAction(_ -> toasts.dismiss(toast));
        var row = new HBox(8, text, action, close);
        toast.mark().ifPresent(mark -> row.getChildren().addFirst(mark.shape()));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("toast");
        row.setAccessibleText(toast.text());
        var pause = new PauseTransition(SHOWN_FOR);
        pause.setOnFinished(_ -> toasts.dismiss(toast));
        row.hoverProperty()
                .subscribe(
                        on -> {
                            if (on) {
                                pause.stop();
                            } else {
                                pause.playFromStart();
                            }
                        });
        return row;
    }
}
