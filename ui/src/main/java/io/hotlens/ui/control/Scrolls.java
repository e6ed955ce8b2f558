package io.hotlens.ui.control;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/// Makes panes that scroll what does not fit. JavaFX keeps a picture of what such a pane shows,
/// which pays when it only scrolls; of pages that change each second it is drawn anew each time,
/// and it is kept for every page that was ever shown, megabytes of each. These panes draw directly.
public final class Scrolls {

    private Scrolls() {}

    public static ScrollPane of(Node content) {
        var pane = new ScrollPane(content);
        pane.skinProperty()
                .subscribe(
                        _ -> {
                            Node view = pane.lookup(".viewport");
                            if (view != null) {
                                view.setCache(false);
                            }
                        });
        return pane;
    }
}
