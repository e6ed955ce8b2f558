package io.hotlens.ui.connect;

import io.hotlens.skills.target.JvmProcess;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.StringJoiner;
import java.util.function.Consumer;

/// One local JVM: its name, what tells it from others, and why it cannot be reached if so.
final class ProcessCell extends ListCell<JvmProcess> {

    private final InstantSource clock;
    private final Label name = Words.strong("");
    private final Label container = Words.chip("");
    private final Label facts = Words.small("");
    private final Label arguments = Words.label("", "small", "mono-small");
    private final Label obstacle = Words.label("", "small", "warning-text");
    private final Button connect = new Button(Messages.text("connect.button"));
    private final HBox row;

    ProcessCell(InstantSource clock, Consumer<JvmProcess> chosen) {
        this.clock = clock;
        var title = new HBox(8, name, container);
        title.setAlignment(Pos.CENTER_LEFT);
        var texts = new VBox(2, title, facts, arguments, obstacle);
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        connect.getStyleClass().add("row-action");
        connect.setMinWidth(USE_PREF_SIZE);
        connect.setFocusTraversable(false);
        connect.setOnAction(_ -> chosen.accept(getItem()));
        row = new HBox(16, texts, connect);
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(JvmProcess process, boolean empty) {
        super.updateItem(process, empty);
        if (empty || process == null) {
            setGraphic(null);
            return;
        }
        name.setText(process.name().isBlank() ? process.mainClass() : process.name());
        Words.shown(container, !process.container().isEmpty()).setText(process.container());
        facts.setText(facts(process));
        Words.shown(arguments, !process.arguments().isBlank()).setText(process.arguments());
        Words.shown(obstacle, !process.attachable().isEmpty()).setText(process.attachable());
        setGraphic(row);
    }

    private String facts(JvmProcess process) {
        var facts = new StringJoiner("  ·  ");
        facts.add(Messages.text("connect.pid", String.valueOf(process.pid())));
        if (!process.version().isEmpty()) {
            facts.add(Messages.text("connect.java", process.version()));
        }
        if (!process.user().isEmpty()) {
            facts.add(process.user());
        }
        Duration up = Duration.between(process.startedAt(), clock.instant());
        facts.add(
                Messages.text(
                        "connect.up", Formats.duration(up.isNegative() ? Duration.ZERO : up)));
        return facts.toString();
    }
}
