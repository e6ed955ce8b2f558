package io.hotlens.ui.control;

import io.hotlens.ui.model.Run;
import io.hotlens.ui.model.StepGroup;
import io.hotlens.ui.model.StepLine;
import io.hotlens.ui.text.Messages;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakListChangeListener;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// The steps of a run as a tree that grows with it.
public final class StepTree {

    private final TreeView<StepRow> tree = new TreeView<>();
    private final List<ListChangeListener<?>> listening = new ArrayList<>();

    /// @param openRequest shows a request that was sent, by its number
    public StepTree(LongConsumer openRequest) {
        tree.setId("timeline");
        tree.setShowRoot(false);
        tree.setCellFactory(_ -> new StepCell(openRequest));
        tree.setOnKeyPressed(key -> openBy(key, openRequest));
        tree.getStyleClass().add("timeline");
        tree.setAccessibleText(Messages.text("timeline.title"));
    }

    public Region node() {
        return tree;
    }

    private void openBy(KeyEvent key, LongConsumer openRequest) {
        TreeItem<StepRow> item = tree.getSelectionModel().getSelectedItem();
        if (key.getCode() == KeyCode.ENTER
                && item != null
                && item.getValue() instanceof StepRow.Behind(StepLine.Detail.Request request)) {
            openRequest.accept(request.number());
            key.consume();
        }
    }

    /// Brings a step into view and chooses it.
    public void reveal(StepLine line) {
        for (TreeItem<StepRow> group : tree.getRoot().getChildren()) {
            for (TreeItem<StepRow> item : group.getChildren()) {
                if (item.getValue() instanceof StepRow.Step(StepLine step) && step.equals(line)) {
                    group.setExpanded(true);
                    tree.getSelectionModel().select(item);
                    tree.scrollTo(Math.max(0, tree.getRow(item) - 2));
                    return;
                }
            }
        }
    }

    public void show(Run run) {
        listening.clear();
        var root = new TreeItem<StepRow>(new StepRow.Top());
        root.setExpanded(true);
        tree.setRoot(root);
        follow(run.groups(), group -> root.getChildren().add(item(group)));
    }

    private TreeItem<StepRow> item(StepGroup group) {
        var item = new TreeItem<StepRow>(new StepRow.Group(group));
        item.setExpanded(true);
        follow(group.lines(), line -> item.getChildren().add(item(line)));
        listen(group.lines(), change -> replaced(item, change));
        Showing.follow(tree, group.state(), _ -> tree.refresh());
        Showing.follow(tree, group.running(), _ -> tree.refresh());
        return item;
    }

    private static TreeItem<StepRow> item(StepLine line) {
        var item = new TreeItem<StepRow>(new StepRow.Step(line));
        for (StepLine.Detail detail : line.details()) {
            item.getChildren().add(new TreeItem<>(new StepRow.Behind(detail)));
        }
        return item;
    }

    /// A repeated step takes the place of the one before.
    private static void replaced(
            TreeItem<StepRow> item, ListChangeListener.Change<? extends StepLine> change) {
        while (change.next()) {
            if (change.wasReplaced()) {
                item.getChildren().remove(change.getFrom());
            }
        }
    }

    private <T> void follow(ObservableList<T> list, Consumer<T> added) {
        list.forEach(added);
        listen(
                list,
                change -> {
                    while (change.next()) {
                        change.getAddedSubList().forEach(added);
                    }
                });
    }

    /// Until another run is shown or the tree is dropped: each step counts, also those that come
    /// while it is not in a window.
    private <T> void listen(ObservableList<T> list, ListChangeListener<T> listener) {
        listening.add(listener);
        list.addListener(new WeakListChangeListener<>(listener));
    }
}
