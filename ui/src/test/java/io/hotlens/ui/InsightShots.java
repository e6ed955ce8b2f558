package io.hotlens.ui;

import io.hotlens.app.coordinator.CoordinatorEvent;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.ui.Screenshots.Step;
import io.hotlens.ui.shell.ScreenId;
import io.hotlens.ui.support.Graphs;
import io.hotlens.ui.support.Script;
import io.hotlens.ui.support.ScriptedSession;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ListView;

import java.util.List;

/// Graphs of other shapes, and a notification beside an earlier snapshot.
final class InsightShots {

    private static final InvestigationId LARGE = new InvestigationId("e".repeat(32));

    private InsightShots() {}

    static List<Step> of(Wiring wiring, ScriptedSession session, Scene scene, String suffix) {
        return List.of(
                new Step(
                        "insights-guess" + suffix,
                        () -> {
                            wiring.shell().show(ScreenId.INSIGHTS);
                            select(scene, "#insight-list", 1);
                        }),
                new Step(
                        "insights-large" + suffix,
                        () -> {
                            play(session);
                            select(scene, "#insight-list", 0);
                        }),
                new Step(
                        "insights-whole" + suffix,
                        () -> {
                            select(scene, "#insight-list", 0);
                            if (scene.lookup("#graph-whole") instanceof Button whole) {
                                whole.fire();
                            }
                        }),
                new Step(
                        "inbox-compared" + suffix,
                        () -> {
                            wiring.shell().show(ScreenId.INBOX);
                            select(scene, "#inbox-list", 0);
                            scene.getRoot().lookupAll(".filter-choice").stream()
                                    .filter(node -> String.valueOf(node.getId()).startsWith("comp"))
                                    .forEach(
                                            node ->
                                                    ((ChoiceBox<?>) node)
                                                            .getSelectionModel()
                                                            .select(1));
                        }));
    }

    private static void play(ScriptedSession session) {
        Graphs.Web web = Graphs.web(24);
        var script = new Script(LARGE).started("more than one thing hangs");
        for (Notification notification : web.cited()) {
            script.notified(notification.operator().value(), notification);
        }
        script.coordinator(new CoordinatorEvent.InsightProduced(web.insight()));
        session.play(script.events());
    }

    private static void select(Scene scene, String id, int row) {
        if (scene.lookup(id) instanceof ListView<?> list) {
            list.getSelectionModel().clearAndSelect(row);
        }
    }
}
