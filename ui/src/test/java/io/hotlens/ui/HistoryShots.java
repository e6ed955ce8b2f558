package io.hotlens.ui;

import io.hotlens.app.store.HistoryQuery;
import io.hotlens.ui.Screenshots.Step;
import io.hotlens.ui.support.Earlier;
import io.hotlens.ui.support.ScriptedSettings;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;

import java.util.List;

/// The screen of earlier investigations: empty, one, its evidence, two side by side.
final class HistoryShots {

    private HistoryShots() {}

    static List<Step> of(Wiring wiring, ScriptedSettings settings, Scene scene, String suffix) {
        return List.of(
                new Step(
                        "history-empty" + suffix,
                        () -> {
                            settings.write("{}");
                            settings.history()
                                    .find(HistoryQuery.ALL)
                                    .forEach(entry -> settings.history().delete(entry.id()));
                            wiring.shell().back();
                            wiring.shell().openHistory();
                        }),
                new Step(
                        "history-list" + suffix,
                        () -> {
                            Earlier.keep(settings.history());
                            wiring.shell().back();
                            wiring.shell().openHistory();
                        }),
                new Step("history-one" + suffix, () -> select(scene, 1)),
                new Step("history-evidence" + suffix, () -> openEvidence(scene)),
                new Step("history-two" + suffix, () -> select(scene, 1, 0)));
    }

    private static void select(Scene scene, int... rows) {
        if (scene.lookup("#history-list") instanceof ListView<?> list) {
            list.getSelectionModel().clearSelection();
            for (int row : rows) {
                list.getSelectionModel().select(row);
            }
        }
    }

    private static void openEvidence(Scene scene) {
        Node chip = scene.lookup(".evidence-chip");
        if (chip instanceof ButtonBase button) {
            button.fire();
        }
    }
}
