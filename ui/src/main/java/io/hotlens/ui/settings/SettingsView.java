package io.hotlens.ui.settings;

import io.hotlens.ui.control.ProblemNote;
import io.hotlens.ui.control.Scrolls;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.error.Problem;
import io.hotlens.ui.text.Messages;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Optional;
import java.util.stream.Stream;

/// The settings screen: who chooses the next step in one sentence, then models, what may leave,
/// limits, the monitor, history, telemetry and the looks, with a search over all of them. Esc
/// closes the form that is open, else ends the search, else closes the screen.
public final class SettingsView {

    private final SettingsViewModel model;
    private final Runnable leave;
    private final Label sentence = Words.headline("");
    private final VBox problems = new VBox(8);
    private final VBox parts;
    private final PartSearch search;
    private final BorderPane root = new BorderPane();

    /// @param leave closes the screen
    public SettingsView(SettingsViewModel model, AppearancePane looks, Runnable leave) {
        this.model = model;
        this.leave = leave;
        parts =
                new VBox(
                        24,
                        part(new ModelsPane(model.models()).node()),
                        part(new EgressPane(model.egress()).node()),
                        part(new SpendingPane(model.spending()).node()),
                        part(new MonitorPane(model.monitor()).node()),
                        part(new HistoryPane(model.history()).node()),
                        part(new TelemetryPane(model.telemetry()).node()));
        VBox appearance = looks.node();
        search =
                new PartSearch(
                        Stream.concat(parts.getChildren().stream(), Stream.of(appearance))
                                .toList());
        var page = new VBox(24, head(), problems, parts, appearance, search.nothing());
        page.getStyleClass().addAll("page", "settings-page");
        var scroll = Scrolls.of(page);
        scroll.setId("settings");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("bare-scroll");
        root.setCenter(scroll);
        root.sceneProperty().subscribe(() -> scroll.setVvalue(0));
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        model.models().catalog().subscribe(_ -> sentence.setText(model.models().sentence()));
        SettingsStore store = model.store();
        store.unreadable().subscribe(_ -> tell());
        store.unsaved().subscribe(_ -> tell());
        store.settings().subscribe(now -> parts.setDisable(now.isEmpty()));
    }

    public Parent node() {
        return root;
    }

    private static VBox part(Node content) {
        return new VBox(24, content, new Separator());
    }

    private HBox head() {
        var back = new Button(Messages.text("settings.back"), new FontIcon(Feather.ARROW_LEFT));
        back.setId("settings-back");
        back.getStyleClass().add("flat");
        back.setMinWidth(Button.USE_PREF_SIZE);
        back.setOnAction(_ -> leave.run());
        var texts =
                new VBox(
                        4,
                        sentence,
                        Words.wrapped(
                                Messages.text("settings.file", model.store().engine().path()),
                                "small"));
        HBox.setHgrow(texts, javafx.scene.layout.Priority.ALWAYS);
        var row = new HBox(16, back, texts, search.field());
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private void tell() {
        problems.getChildren().clear();
        Optional<Problem> unreadable = model.store().unreadable().get();
        unreadable.ifPresent(
                problem -> {
                    VBox note = ProblemNote.of(problem);
                    note.getChildren()
                            .add(
                                    Fields.button(
                                            "settings-again",
                                            Messages.text("settings.read_again"),
                                            model.store()::refresh));
                    problems.getChildren().add(note);
                });
        model.store()
                .unsaved()
                .get()
                .filter(problem -> !unreadable.equals(Optional.of(problem)))
                .ifPresent(problem -> problems.getChildren().add(ProblemNote.of(problem)));
        Words.shown(problems, !problems.getChildren().isEmpty());
    }

    private void onKey(KeyEvent key) {
        if (key.getCode() != KeyCode.ESCAPE) {
            return;
        }
        if (model.models().form().get().isPresent()) {
            model.models().closeForm();
        } else if (!search.clear()) {
            leave.run();
        }
        key.consume();
    }
}
