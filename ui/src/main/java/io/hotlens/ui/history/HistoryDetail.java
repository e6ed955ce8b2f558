package io.hotlens.ui.history;

import io.hotlens.app.chat.ChatAnswer;
import io.hotlens.app.insight.Insight;
import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.report.ReportFormat;
import io.hotlens.app.store.HistoryEntry;
import io.hotlens.app.store.KeptInvestigation;
import io.hotlens.ui.control.InsightCard;
import io.hotlens.ui.control.NotificationFacts;
import io.hotlens.ui.control.RunResults;
import io.hotlens.ui.control.SnapshotPast;
import io.hotlens.ui.control.StepTree;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.model.Run;
import io.hotlens.ui.model.StepWords;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;
import io.hotlens.ui.text.Terms;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// One investigation as the investigate screen shows it: the answer, insights and findings, what
/// could not be seen, the questions, the steps.
final class HistoryDetail {

    private static final double STEPS = 420;

    private final HistoryViewModel model;
    private final KeptInvestigation kept;
    private final Run run;
    private final Consumer<HistoryEntry> alsoSelect;
    private final VBox evidence = new VBox(16);
    private final VBox root = new VBox(16);

    /// @param alsoSelect shows another one beside this
    HistoryDetail(
            HistoryViewModel model,
            KeptInvestigation kept,
            Run run,
            Consumer<HistoryEntry> alsoSelect) {
        this.model = model;
        this.kept = kept;
        this.run = run;
        this.alsoSelect = alsoSelect;
        root.getStyleClass().add("detail");
        evidence.setId("history-evidence");
        root.getChildren().addAll(head(), buttons());
        var results =
                new RunResults(
                        model.titles(),
                        this::cited,
                        new InsightCard.Actions(this::openEvidence, Optional.empty()));
        root.getChildren().addAll(results.of(run));
        root.getChildren().add(Words.shown(evidence, false));
        unseen();
        questions();
        var steps = new StepTree(_ -> {});
        steps.show(run);
        steps.node().setPrefHeight(STEPS);
        root.getChildren().addAll(Words.heading(Messages.text("history.steps")), steps.node());
    }

    Parent node() {
        return root;
    }

    private VBox head() {
        Investigation one = kept.investigation();
        var answer = Words.shortHeadline();
        answer.setId("history-answer");
        answer.setText(run.answer());
        String about =
                Messages.text(
                        "history.about",
                        one.target().name(),
                        one.target().address(),
                        Formats.full(one.startedAt()),
                        Formats.duration(one.duration()),
                        StepWords.of(one.outcome()));
        return new VBox(
                4,
                answer,
                Words.wrapped(one.request().reason()),
                Words.wrapped(about, "small"),
                Words.wrapped(begunBy(), "small"));
    }

    private String begunBy() {
        return switch (kept.trigger()) {
            case PERSON -> Messages.text("history.by_person", kept.investigation().id());
            case MONITOR -> Messages.text("history.by_monitor", kept.investigation().id());
            case FOLLOW_UP -> Messages.text("history.by_follow_up", kept.investigation().id());
        };
    }

    private FlowPane buttons() {
        var export = new MenuButton(Messages.text("history.export"));
        export.setId("history-export");
        for (ReportFormat format : ReportFormat.values()) {
            var item = new MenuItem(title(format));
            item.setId("history-export-" + format.word());
            item.setOnAction(_ -> model.export(kept, format));
            export.getItems().add(item);
        }
        var compare = new Button(Messages.text("history.compare"));
        compare.setId("history-compare");
        Optional<HistoryEntry> earlier = model.earlier(kept.investigation().id());
        compare.setDisable(earlier.isEmpty());
        compare.setOnAction(_ -> earlier.ifPresent(alsoSelect));
        var row = new FlowPane(8, 8, export, compare);
        row.getChildren().addAll(deletion());
        return row;
    }

    /// Deleting takes a second press.
    private List<Button> deletion() {
        var delete = new Button(Messages.text("history.delete"));
        delete.setId("history-delete");
        var really = new Button(Messages.text("history.delete_really"));
        really.setId("history-delete-really");
        really.getStyleClass().add("danger");
        var keep = new Button(Messages.text("history.delete_not"));
        Consumer<Boolean> asking =
                now -> {
                    Words.shown(delete, !now);
                    Words.shown(really, now);
                    Words.shown(keep, now);
                };
        delete.setOnAction(_ -> asking.accept(true));
        keep.setOnAction(_ -> asking.accept(false));
        really.setOnAction(_ -> model.delete(kept.investigation().id()));
        asking.accept(false);
        return List.of(delete, really, keep);
    }

    private static String title(ReportFormat format) {
        return switch (format) {
            case HTML -> Messages.text("history.as_html");
            case MARKDOWN -> Messages.text("history.as_markdown");
            case JSON -> Messages.text("history.as_json");
        };
    }

    private List<Notification> cited(Insight insight) {
        return insight.notificationIds().stream().flatMap(id -> find(id).stream()).toList();
    }

    private Optional<Notification> find(NotificationId id) {
        return kept.investigation().notifications().stream()
                .filter(found -> found.id().equals(id))
                .findFirst();
    }

    private void openEvidence(NotificationId id) {
        find(id).ifPresent(
                        found -> {
                            evidence.getChildren()
                                    .setAll(
                                            Words.heading(
                                                    Messages.text(
                                                            "history.evidence",
                                                            model.titles().apply(found.operator()),
                                                            found.type(),
                                                            Terms.of(kept.status(id)))));
                            evidence.getChildren()
                                    .addAll(NotificationFacts.of(found, SnapshotPast.NONE));
                            Words.shown(evidence, true);
                            bringIntoView(evidence);
                        });
    }

    private void bringIntoView(Node node) {
        Node scroll = root;
        while (scroll != null && !(scroll instanceof ScrollPane)) {
            scroll = scroll.getParent();
        }
        if (scroll instanceof ScrollPane pane) {
            pane.applyCss();
            pane.layout();
            double room = root.getHeight() - pane.getViewportBounds().getHeight();
            pane.setVvalue(room <= 0 ? 0 : node.getBoundsInParent().getMinY() / room);
        }
    }

    private void unseen() {
        List<String> unseen = kept.investigation().unseen();
        if (!unseen.isEmpty()) {
            root.getChildren().add(Words.heading(Messages.text("history.unseen")));
            unseen.forEach(why -> root.getChildren().add(Words.wrapped(why, "muted")));
        }
    }

    private void questions() {
        if (!kept.answers().isEmpty()) {
            root.getChildren().add(Words.heading(Messages.text("chat.heading")));
        }
        for (ChatAnswer answer : kept.answers()) {
            root.getChildren()
                    .add(
                            new VBox(
                                    4,
                                    Words.wrapped(answer.question(), "strong"),
                                    answer.answered()
                                            ? Words.wrapped(answer.text())
                                            : Words.wrapped(
                                                    Messages.text(
                                                            "chat.no_answer",
                                                            StepWords.of(answer.outcome())),
                                                    "muted")));
        }
    }
}
