package io.hotlens.ui;

import io.hotlens.app.llm.egress.EgressPolicy;
import io.hotlens.app.llm.egress.EgressPolicy.Mode;
import io.hotlens.ui.Screenshots.Step;
import io.hotlens.ui.fx.FxThread;
import io.hotlens.ui.shell.EgressDialog;
import io.hotlens.ui.shell.ScreenId;
import io.hotlens.ui.support.ScriptedEgress;
import io.hotlens.ui.support.ScriptedSession;
import io.hotlens.ui.support.ScriptedSettings;

import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.DialogPane;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.stage.Window;

import java.util.List;
import java.util.Set;

/// The screens about models.
final class ModelShots {

    private static final String FILLED =
            """
            {"models": {"primary": "claude", "clients": {
               "claude": {"provider": "anthropic", "fallbacks": ["here"]},
               "here": {"provider": "compatible", "model": "qwen3-coder-30b-a3b-instruct",
                        "base_url": "http://inference.shop.example.com:1234/v1"},
               "cloud": {"provider": "openai"}},
              "roles": {"operator": "here"}},
             "egress": {"allowed": ["paths"], "targets": {"checkout-service": {"mode": "never"}}},
             "monitor": {"alerts": ["heap_used_pct > 90 for 2 min", "heap_usd_pct > 1"]},
             "telemetry": {"otlp": "http://localhost:4318"}}
            """;

    private ModelShots() {}

    static List<Step> settings(
            Wiring wiring, ScriptedSettings settings, Scene scene, String suffix) {
        return List.of(
                new Step(
                        "settings" + suffix,
                        () -> {
                            var _ = settings.engine().keepKey().apply("claude", "k");
                            settings.write(FILLED);
                            wiring.shell().closeSettings();
                            wiring.shell().openSettings();
                        }),
                new Step("settings-test" + suffix, () -> fire(scene, "#test-claude")),
                new Step(
                        "settings-form" + suffix,
                        () -> {
                            fire(scene, "#add-client");
                            fire(scene, "#client-save");
                        }),
                new Step(
                        "settings-egress" + suffix,
                        () -> {
                            fire(scene, "#client-cancel");
                            scroll(scene, 0.42);
                        }),
                new Step(
                        "settings-monitor" + suffix,
                        () -> {
                            fire(scene, "#add-alert");
                            fire(scene, "#alerts_trigger");
                            fire(scene, "#monitor-save");
                            scroll(scene, 0.82);
                        }),
                new Step("settings-end" + suffix, () -> scroll(scene, 1)));
    }

    static List<Step> sent(Wiring wiring, ScriptedSession session, Scene scene, String suffix) {
        return List.of(
                new Step(
                        "model" + suffix,
                        () -> {
                            wiring.shell().show(ScreenId.INVESTIGATE);
                            if (scene.lookup("#model") instanceof MenuButton button) {
                                button.show();
                            }
                        }),
                new Step(
                        "sent-empty" + suffix,
                        () -> {
                            if (scene.lookup("#model") instanceof MenuButton button) {
                                button.hide();
                            }
                            wiring.shell().show(ScreenId.SENT);
                        }),
                new Step(
                        "egress" + suffix,
                        () -> {
                            session.gate().choose(EgressPolicy.DEFAULT);
                            session.egress()
                                    .askWith(
                                            new EgressDialog(
                                                    new FxThread(),
                                                    scene.getWindow(),
                                                    session.target().name(),
                                                    () -> {}));
                            ask(session);
                        }),
                new Step("egress-text" + suffix, () -> fire(dialog(scene), "#egress-text")),
                new Step(
                        "sent" + suffix,
                        () -> {
                            answer(scene);
                            session.gate().choose(new EgressPolicy(Mode.AUTOMATIC, Set.of()));
                            ask(session);
                            ask(session);
                        }));
    }

    private static void ask(ScriptedSession session) {
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                session.gate().ask(ScriptedEgress.content());
                            } catch (InterruptedException _) {
                                Thread.currentThread().interrupt();
                            }
                        });
    }

    private static Scene dialog(Scene scene) {
        return Window.getWindows().stream()
                .map(Window::getScene)
                .filter(other -> other.getRoot() instanceof DialogPane)
                .findFirst()
                .orElse(scene);
    }

    private static void answer(Scene scene) {
        if (dialog(scene).getRoot() instanceof DialogPane pane) {
            pane.getButtonTypes().stream()
                    .filter(type -> type.getText().equals("Send this one"))
                    .map(pane::lookupButton)
                    .forEach(button -> button.fireEvent(new ActionEvent()));
        }
    }

    private static void fire(Scene scene, String id) {
        Node node = scene.lookup(id);
        if (node instanceof ButtonBase button
                && !(node instanceof Button gone && gone.isDisabled())) {
            button.fire();
        }
    }

    private static void scroll(Scene scene, double where) {
        if (scene.lookup("#settings") instanceof ScrollPane pane) {
            pane.setVvalue(where);
        }
    }
}
