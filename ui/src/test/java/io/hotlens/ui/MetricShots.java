package io.hotlens.ui;

import io.hotlens.ui.Screenshots.Step;
import io.hotlens.ui.shell.ScreenId;
import io.hotlens.ui.support.BeanSamples;
import io.hotlens.ui.support.ScriptedSession;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.List;

/// The screen of metrics, its board and an MBean; the overview with all charts, zoomed and pointed
/// at.
final class MetricShots {

    private MetricShots() {}

    static List<Step> of(ScriptedSession session, Scene scene, String suffix, Wiring wiring) {
        BeanSamples.answer(session);
        return List.of(
                new Step(
                        "metrics-chosen" + suffix,
                        () -> {
                            wiring.shell().show(ScreenId.METRICS);
                            if (scene.lookup("#metric-list") instanceof ListView<?> list) {
                                list.getSelectionModel().select(2);
                            }
                        }),
                new Step(
                        "metrics-board" + suffix,
                        () -> {
                            fire(scene, "#metric-pin");
                            if (scene.lookup("#metric-list") instanceof ListView<?> list) {
                                list.getSelectionModel().select(5);
                            }
                            fire(scene, "#metric-compare");
                            fire(scene, "#metric-pin");
                        }),
                new Step("metrics-domains" + suffix, () -> fire(scene, "#of-mbeans")),
                new Step(
                        "metrics-bean" + suffix,
                        () -> {
                            if (scene.lookup("#bean-query") instanceof TextField query) {
                                query.setText("memory");
                            }
                        }),
                new Step(
                        "metrics-attribute" + suffix,
                        () -> {
                            if (scene.lookup("#bean-list") instanceof ListView<?> list) {
                                list.getSelectionModel().select(1);
                                list.fireEvent(key(KeyCode.ENTER));
                            }
                        }),
                new Step("metrics-part" + suffix, () -> choosePart(scene)),
                new Step(
                        "metrics-off" + suffix,
                        () -> {
                            scene.getRoot().lookupAll(".pinned .button").stream()
                                    .filter(ButtonBase.class::isInstance)
                                    .filter(
                                            node ->
                                                    "Take it off the board"
                                                            .equals(node.getAccessibleText()))
                                    .forEach(node -> ((ButtonBase) node).fire());
                            fire(scene, "#of-metrics");
                        }),
                new Step(
                        "overview-pointed" + suffix,
                        () -> {
                            wiring.shell().show(ScreenId.OVERVIEW);
                            large(scene).fireEvent(key(KeyCode.EQUALS));
                            large(scene).fireEvent(key(KeyCode.PAGE_UP));
                        }),
                new Step(
                        "overview-all" + suffix,
                        () ->
                                scene.getRoot().lookupAll(".toggle-button").stream()
                                        .filter(ButtonBase.class::isInstance)
                                        .map(ButtonBase.class::cast)
                                        .filter(one -> one.getText().equals("All charts"))
                                        .findFirst()
                                        .ifPresent(ButtonBase::fire)),
                new Step("overview-end" + suffix, () -> large(scene).fireEvent(key(KeyCode.END))));
    }

    private static void choosePart(Scene scene) {
        if (scene.lookup("#bean-attributes") instanceof TableView<?> table) {
            table.getSelectionModel().select(0);
        }
        if (scene.lookup("#bean-tree") instanceof TreeView<?> tree) {
            tree.getSelectionModel().select(4);
        }
    }

    private static Node large(Scene scene) {
        return scene.lookup(".chart-pane .time-chart");
    }

    private static void fire(Scene scene, String selector) {
        if (scene.lookup(selector) instanceof ButtonBase button) {
            button.fire();
        }
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }
}
