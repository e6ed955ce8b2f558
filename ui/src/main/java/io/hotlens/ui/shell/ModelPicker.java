package io.hotlens.ui.shell;

import io.hotlens.app.investigation.Strategy;
import io.hotlens.app.model.ModelChoice;
import io.hotlens.ui.control.Hint;
import io.hotlens.ui.control.Showing;
import io.hotlens.ui.text.Messages;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

import java.util.ArrayList;

/// Which model the next run is done with.
final class ModelPicker {

    private ModelPicker() {}

    /// @param settings opens the settings
    static MenuButton of(InvestigateCommand command, ModelNames models, Runnable settings) {
        var button = new MenuButton();
        button.setId("model");
        button.setMnemonicParsing(false);
        button.setMinWidth(MenuButton.USE_PREF_SIZE);
        Hint.on(button, Messages.text("model.tooltip"));
        button.disableProperty().bind(command.running());
        Runnable fill =
                () -> {
                    button.setText(Messages.text("model.chosen", title(command.model().get())));
                    fill(button, command, models, settings);
                };
        Showing.watch(button, command.model(), fill);
        Showing.watch(
                button,
                models.names(),
                () -> {
                    command.keepModelAmong(models.names());
                    fill.run();
                });
        button.setOnShowing(_ -> models.refresh());
        return button;
    }

    private static void fill(
            MenuButton button, InvestigateCommand command, ModelNames models, Runnable settings) {
        var items = new ArrayList<MenuItem>();
        items.add(item(command, new ModelChoice.Usual(), Messages.text("model.usual")));
        items.add(item(command, new ModelChoice.Rules(), Messages.text("model.rules_only")));
        if (!models.names().isEmpty()) {
            items.add(new SeparatorMenuItem());
            models.names()
                    .forEach(name -> items.add(item(command, new ModelChoice.Named(name), name)));
        }
        items.add(new SeparatorMenuItem());
        items.add(brief(command));
        items.add(new SeparatorMenuItem());
        var open = new MenuItem(Messages.text("model.set_up"));
        open.setId("model-settings");
        open.setOnAction(_ -> settings.run());
        items.add(open);
        button.getItems().setAll(items);
    }

    private static CheckMenuItem brief(InvestigateCommand command) {
        var brief = new CheckMenuItem(Messages.text("model.pipeline"));
        brief.setId("model-pipeline");
        brief.setMnemonicParsing(false);
        brief.setDisable(command.model().get() instanceof ModelChoice.Rules);
        brief.setSelected(command.strategy().get() == Strategy.PIPELINE);
        brief.setOnAction(
                _ ->
                        command.strategy()
                                .set(brief.isSelected() ? Strategy.PIPELINE : Strategy.AGENT_LOOP));
        return brief;
    }

    private static RadioMenuItem item(
            InvestigateCommand command, ModelChoice choice, String title) {
        var item = new RadioMenuItem(title);
        item.setMnemonicParsing(false);
        item.setSelected(command.model().get().equals(choice));
        item.setOnAction(_ -> command.model().set(choice));
        return item;
    }

    private static String title(ModelChoice choice) {
        return switch (choice) {
            case ModelChoice.Usual _ -> Messages.text("model.as_set");
            case ModelChoice.Rules _ -> Messages.text("model.rules");
            case ModelChoice.Named(String name) -> name;
            case ModelChoice.Direct(var spec) -> spec.toString();
        };
    }
}
