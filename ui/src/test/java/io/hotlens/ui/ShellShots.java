package io.hotlens.ui;

import io.hotlens.ui.Screenshots.Step;
import io.hotlens.ui.shell.Over;
import io.hotlens.ui.shell.ScreenId;

import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.List;

/// What lies over the window, several chosen in the inbox, and large texts.
final class ShellShots {

    private ShellShots() {}

    static List<Step> of(Wiring wiring, Scene scene, String suffix) {
        return List.of(
                new Step(
                        "inbox-several" + suffix,
                        () -> {
                            if (scene.lookup("#inbox-list") instanceof ListView<?> list) {
                                list.requestFocus();
                                list.getSelectionModel().selectAll();
                                list.fireEvent(
                                        new KeyEvent(
                                                KeyEvent.KEY_PRESSED,
                                                "",
                                                "",
                                                KeyCode.A,
                                                false,
                                                false,
                                                false,
                                                false));
                            }
                        }),
                new Step("palette-empty" + suffix, () -> wiring.shell().put(Over.PALETTE)),
                new Step(
                        "palette" + suffix,
                        () -> {
                            if (scene.lookup("#palette-query") instanceof TextField query) {
                                query.setText("thr");
                            }
                        }),
                new Step("keyboard" + suffix, () -> wiring.shell().put(Over.KEYBOARD)),
                new Step(
                        "zoomed-overview" + suffix,
                        () -> {
                            wiring.shell().put(Over.NOTHING);
                            wiring.shell().undo().last();
                            wiring.look().zoom(150);
                            wiring.shell().show(ScreenId.OVERVIEW);
                        }),
                new Step("zoomed-inbox" + suffix, () -> wiring.shell().show(ScreenId.INBOX)),
                new Step("zoomed-insights" + suffix, () -> wiring.shell().show(ScreenId.INSIGHTS)),
                new Step(
                        "zoomed-settings" + suffix,
                        () -> {
                            wiring.look().zoom(200);
                            wiring.shell().openSettings();
                        }),
                new Step(
                        "zoomed-connect" + suffix,
                        () -> {
                            wiring.shell().closeSettings();
                            wiring.shell().connectAnother();
                        }),
                new Step(
                        "unzoomed" + suffix,
                        () -> {
                            wiring.look().zoom(100);
                            wiring.shell().select(wiring.shell().targets().getFirst());
                        }));
    }
}
