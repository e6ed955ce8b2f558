package io.hotlens.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.collections.FXCollections;
import javafx.css.CssParser;
import javafx.css.Rule;
import javafx.css.Selector;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// JavaFX names the parts of its controls by style classes. One of ours of the same name dresses
/// them by accident: a shadow meant for our sheets lay under the rows of every list, and was drawn
/// anew in each frame that one scrolled.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension calls start before every test
final class StyleClassesTest {

    /// Rows are dressed on purpose.
    private static final Set<String> MEANT = Set.of("list-cell", "table-row-cell", "tree-cell");

    private final List<Parent> controls = new ArrayList<>();

    @Start
    void start(Stage stage) {
        var list = new ListView<>(FXCollections.observableArrayList("one", "two"));
        var table = new TableView<>(FXCollections.observableArrayList("one", "two"));
        table.getColumns().add(new TableColumn<>("column"));
        var tree = new TreeView<>(new TreeItem<>("root"));
        var tabs = new TabPane(new Tab("tab", new TextArea("text")));
        var choice = new ComboBox<>(FXCollections.observableArrayList("one"));
        var scroll = new ScrollPane(new TextArea("text"));
        controls.addAll(List.of(list, table, tree, tabs, choice, scroll));
        var scene = new Scene(new VBox(list, table, tree, tabs, choice, scroll), 600, 900);
        new Look().dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void noneOfOursIsTheNameOfAPartOfAControl() throws IOException {
        URL sheet = Objects.requireNonNull(Look.class.getResource("/io/hotlens/ui/hotlens.css"));
        Set<String> ours =
                new CssParser()
                        .parse(sheet).getRules().stream()
                                .map(Rule::getSelectors)
                                .flatMap(List::stream)
                                .flatMap(StyleClassesTest::aloneFor)
                                .collect(Collectors.toSet());
        assertTrue(ours.contains("floating-sheet"), () -> "the names of ours are " + ours);
        var shared = new TreeSet<String>();
        controls.forEach(control -> collect(control, shared));
        shared.retainAll(ours);
        shared.removeAll(MEANT);
        assertEquals(Set.of(), shared);
    }

    private static Stream<String> aloneFor(Selector selector) {
        Set<String> names = selector.getStyleClassNames();
        return names.size() == 1 ? names.stream() : Stream.of();
    }

    private static void collect(Parent control, Set<String> into) {
        for (Node part : control.getChildrenUnmodifiable()) {
            into.addAll(part.getStyleClass());
            if (part instanceof Parent inner && !(part instanceof TextArea)) {
                collect(inner, into);
            }
        }
    }
}
