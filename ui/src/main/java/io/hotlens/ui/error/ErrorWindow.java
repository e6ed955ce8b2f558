package io.hotlens.ui.error;

import io.hotlens.ui.text.Messages;
import io.hotlens.ui.theme.Look;

import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import java.util.Map;

/// The one window that tells of mistakes of ours, the oldest first, until each was left. A window
/// of its own, since the other may be what is broken. Belongs to the JavaFX thread.
public final class ErrorWindow {

    private final Faults faults;
    private final Stage stage = new Stage();
    private final Label sentence = text("error-sentence", "headline");
    private final Label what = text("error-what", "mono");
    private final Label count = text("error-count", "small");
    private final TextArea report = new TextArea();
    private final Button copy = new Button(Messages.text("error.copy"));
    private final Button go = new Button(Messages.text("error.continue"));

    /// @param owner that it stands before
    public ErrorWindow(Faults faults, Stage owner, Look look) {
        this.faults = faults;
        report.setId("error-report");
        report.setEditable(false);
        report.getStyleClass().add("mono");
        report.setAccessibleText(Messages.text("error.details"));
        var details = new TitledPane(Messages.text("error.details"), report);
        details.setExpanded(false);
        details.setAnimated(false);
        details.expandedProperty().addListener((_, _, _) -> stage.sizeToScene());
        copy.setId("error-copy");
        copy.setOnAction(_ -> copy());
        go.setId("error-continue");
        go.getStyleClass().add("accent");
        go.setDefaultButton(true);
        go.setCancelButton(true);
        go.setOnAction(_ -> faults.leave());
        var buttons = new HBox(8, copy, go);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        var page = new VBox(16, sentence, what, count, details, buttons);
        VBox.setVgrow(details, Priority.ALWAYS);
        page.getStyleClass().addAll("page", "window", "error-window");
        var scene = new Scene(page);
        look.dress(scene);
        stage.initOwner(owner);
        stage.setTitle(Messages.text("error.title"));
        stage.setScene(scene);
        stage.setOnCloseRequest(
                request -> {
                    request.consume();
                    faults.leave();
                });
    }

    /// Tells of what is there and of what comes.
    public void follow() {
        faults.open().addListener((Observable _) -> show());
        show();
    }

    private static Label text(String id, String style) {
        var label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    private void show() {
        if (faults.open().isEmpty()) {
            stage.hide();
            return;
        }
        Fault fault = faults.open().getFirst();
        sentence.setText(Messages.text("error.happened", fault.code()));
        what.setText(fault.what());
        count.setText(Messages.text("error.count", fault.count(), faults.open().size() - 1));
        if (!report.getText().equals(fault.report())) {
            report.setText(fault.report());
            copy.setText(Messages.text("error.copy"));
        }
        if (!stage.isShowing()) {
            stage.show();
            go.requestFocus();
        }
    }

    private void copy() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, report.getText()));
        copy.setText(Messages.text("error.copied"));
    }
}
