package io.hotlens.ui.metrics;

import io.hotlens.skills.data.Data;
import io.hotlens.ui.control.ChartPane;
import io.hotlens.ui.control.DataTree;
import io.hotlens.ui.control.Showing;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.metrics.BeanDetails.Attribute;
import io.hotlens.ui.metrics.Pin.OfAttribute;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The attributes of one MBean as a table, a composite value as a tree, and the chart of the number
/// that was chosen in either.
final class BeanPane {

    private final BeansViewModel model;
    private final Label title = Words.strong("");
    private final Label description = Words.small("");
    private final Label when = Words.small("");
    private final Label problem = Words.wrapped("", "danger-text");
    private final TableView<Attribute> table = new TableView<>();
    private final TreeView<DataTree.Row> tree =
            DataTree.of(Data.NOTHING, Messages.text("bean.tree"));
    private final ChartPane chart;
    private final VBox root;

    /// @param chart of the followed attribute
    BeanPane(BeansViewModel model, ChartPane chart) {
        this.model = model;
        this.chart = chart;
        title.setMinWidth(0);
        title.setId("bean-name");
        description.setMinWidth(0);
        when.setMinWidth(Label.USE_PREF_SIZE);
        var again = new Button(Messages.text("bean.again"));
        again.setMinWidth(Button.USE_PREF_SIZE);
        again.setOnAction(_ -> model.readAgain());
        var head = new HBox(12, title, Words.gap(), when, again);
        head.setAlignment(Pos.CENTER_LEFT);
        table.setId("bean-attributes");
        table.setAccessibleText(Messages.text("bean.attributes"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("bean.attribute", 190, Attribute::name));
        table.getColumns().add(column("bean.value", 120, BeanPane::value));
        table.getColumns().add(column("bean.type", 90, one -> shortType(one.type())));
        table.getStyleClass().add("bean-table");
        table.getSelectionModel().selectedItemProperty().subscribe(this::open);
        tree.setId("bean-tree");
        tree.getSelectionModel().selectedItemProperty().subscribe(this::follow);
        table.setPrefWidth(420);
        tree.setPrefWidth(230);
        var values = new HBox(16, table, tree);
        HBox.setHgrow(table, Priority.ALWAYS);
        HBox.setHgrow(tree, Priority.ALWAYS);
        root = new VBox(8, head, description, problem, values, chart);
        Showing.follow(root, model.details(), this::show);
        Showing.follow(root, model.charted(), now -> Words.shown(chart, now.isPresent()));
    }

    VBox node() {
        return root;
    }

    private static TableColumn<Attribute, String> column(
            String key, double width, Function<Attribute, String> cell) {
        var column = new TableColumn<Attribute, String>(Messages.text(key));
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(cell.apply(row.getValue())));
        return column;
    }

    private static String value(Attribute attribute) {
        return attribute.unavailable().isEmpty()
                ? DataTree.words(attribute.value())
                : attribute.unavailable();
    }

    /// Without packages: `long`, `CompositeData`, `String[]`.
    static String shortType(String type) {
        String element = type.replaceFirst("^\\[+L?", "").replace(";", "");
        String name = element.substring(element.lastIndexOf('.') + 1);
        return type.startsWith("[") ? name + "[]" : name;
    }

    private void show(BeanDetails details) {
        title.setText(details.bean());
        Words.shown(description, !details.description().isEmpty()).setText(details.description());
        when.setText(
                details.asking()
                        ? Messages.text("bean.asking")
                        : details.at().isAfter(Instant.EPOCH)
                                ? Messages.text("bean.when", Formats.clock(details.at()))
                                : "");
        Words.shown(problem, !details.problem().isEmpty())
                .setText(Messages.text("bean.problem", details.problem()));
        if (!table.getItems().equals(details.attributes())) {
            String chosen =
                    Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                            .map(Attribute::name)
                            .orElse("");
            table.getItems().setAll(details.attributes());
            details.attributes().stream()
                    .filter(one -> one.name().equals(chosen))
                    .findFirst()
                    .ifPresentOrElse(
                            table.getSelectionModel()::select,
                            table.getSelectionModel()::clearSelection);
        }
    }

    private void open(Attribute attribute) {
        boolean branch = attribute != null && attribute.isBranch();
        Words.shown(tree, branch);
        if (attribute == null) {
            return;
        }
        if (branch) {
            TreeItem<DataTree.Row> parts = DataTree.item(attribute.name(), attribute.value());
            parts.setExpanded(true);
            tree.setRoot(parts);
        } else {
            model.follow(attribute, List.of());
        }
    }

    private void follow(TreeItem<DataTree.Row> item) {
        Attribute attribute = table.getSelectionModel().getSelectedItem();
        if (item != null && attribute != null && item.getValue().value() instanceof Data.Num) {
            var path = new ArrayList<String>();
            for (TreeItem<DataTree.Row> at = item; at.getParent() != null; at = at.getParent()) {
                path.addFirst(at.getValue().name());
            }
            model.follow(attribute, path);
        }
    }

    /// Draws what is followed.
    void draw(Function<OfAttribute, MetricsViewModel.Plotted> plot, boolean stale) {
        model.charted().get().ifPresent(one -> PinPane.show(chart, plot.apply(one), stale));
    }
}
