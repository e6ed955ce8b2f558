package io.hotlens.ui.investigate;

import io.hotlens.ui.model.Run;
import io.hotlens.ui.model.StepGroup;
import io.hotlens.ui.model.StepLine;
import io.hotlens.ui.text.Messages;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// The steps of a run as a tree that grows with it.
final class Timeline {

    private final TreeView<TimelineRow> tree = new TreeView<>();

    /// @param openRequest shows a request that was sent, by its number
    Timeline(LongConsumer openRequest) {
        tree.setId("timeline");
        tree.setShowRoot(false);
        tree.setCellFactory(_ -> new TimelineCell(openRequest));
        tree.setOnKeyPressed(key -> openBy(key, openRequest));
        tree.getStyleClass().add("timeline");
        tree.setAccessibleText(Messages.text("timeline.title"));
    }

    private void openBy(KeyEvent key, LongConsumer openRequest) {
        TreeItem<TimelineRow> item = tree.getSelectionModel().getSelectedItem();
        if (key.getCode() == KeyCode.ENTER
                && item != null
                && item.getValue() instanceof TimelineRow.Behind(StepLine.Detail.Request request)) {
            openRequest.accept(request.number());
            key.consume();
        }
    }

    TreeView<TimelineRow> node() {
        return tree;
    }

    /// Brings a step into view and chooses it.
    void reveal(StepLine line) {
        for (TreeItem<TimelineRow> group : tree.getRoot().getChildren()) {
            for (TreeItem<TimelineRow> item : group.getChildren()) {
                if (item.getValue() instanceof TimelineRow.Step(StepLine step)
                        && step.equals(line)) {
                    group.setExpanded(true);
                    tree.getSelectionModel().select(item);
                    tree.scrollTo(Math.max(0, tree.getRow(item) - 2));
                    return;
                }
            }
        }
    }

    void show(Run run) {
        var root = new TreeItem<TimelineRow>(new TimelineRow.Top());
        root.setExpanded(true);
        tree.setRoot(root);
        follow(run.groups(), group -> root.getChildren().add(item(group)));
    }

    private TreeItem<TimelineRow> item(StepGroup group) {
        var item = new TreeItem<TimelineRow>(new TimelineRow.Group(group));
        item.setExpanded(true);
        follow(group.lines(), line -> item.getChildren().add(item(line)));
        group.lines().addListener((ListChangeListener<StepLine>) change -> replaced(item, change));
        group.state().subscribe(_ -> tree.refresh());
        group.running().subscribe(_ -> tree.refresh());
        return item;
    }

    private static TreeItem<TimelineRow> item(StepLine line) {
        var item = new TreeItem<TimelineRow>(new TimelineRow.Step(line));
        for (StepLine.Detail detail : line.details()) {
            item.getChildren().add(new TreeItem<>(new TimelineRow.Behind(detail)));
        }
        return item;
    }

    /// A repeated step takes the place of the one before.
    private static void replaced(
            TreeItem<TimelineRow> item, ListChangeListener.Change<? extends StepLine> change) {
        while (change.next()) {
            if (change.wasReplaced()) {
                item.getChildren().remove(change.getFrom());
            }
        }
    }

    private static <T> void follow(ObservableList<T> list, Consumer<T> added) {
        list.forEach(added);
        list.addListener(
                (ListChangeListener<T>)
                        change -> {
                            while (change.next()) {
                                change.getAddedSubList().forEach(added);
                            }
                        });
    }
}
