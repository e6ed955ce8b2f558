package io.hotlens.ui.console;

import io.hotlens.ui.text.Messages;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/// The menu of what can be done with the script.
final class ScriptMenu {

    private ScriptMenu() {}

    static MenuButton of(ScriptDesk desk, SkillForm form) {
        var elsewhere = new Menu(Messages.text("console.run_on"));
        elsewhere.setId("script-run-on");
        var menu =
                new MenuButton(
                        Messages.text("console.script"),
                        null,
                        item("script-open", "console.open", desk::open),
                        item("script-save", "console.save", desk::save),
                        elsewhere,
                        item("script-skill", "console.make_skill", form::show));
        menu.setId("console-script");
        menu.setOnShowing(_ -> fill(elsewhere, desk));
        return menu;
    }

    private static void fill(Menu elsewhere, ScriptDesk desk) {
        elsewhere
                .getItems()
                .setAll(
                        desk.others().stream()
                                .map(
                                        other -> {
                                            var item = new MenuItem(other.name());
                                            item.setMnemonicParsing(false);
                                            item.setOnAction(_ -> desk.runOn(other));
                                            return item;
                                        })
                                .toList());
        elsewhere.setDisable(elsewhere.getItems().isEmpty());
    }

    private static MenuItem item(String id, String key, Runnable action) {
        var item = new MenuItem(Messages.text(key));
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
