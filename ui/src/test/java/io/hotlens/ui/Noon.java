package io.hotlens.ui;

import io.hotlens.ui.connect.Engine;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.ScriptedSettings;
import io.hotlens.ui.theme.Fonts;

import javafx.stage.Stage;

import java.nio.file.Path;
import java.time.InstantSource;

/// The whole window, in which it is noon for ever.
final class Noon {

    private Noon() {}

    /// Shows it, 1000 pixels wide.
    ///
    /// @param folder of the settings and of all that is kept
    static Wiring show(Stage stage, Engine engine, Path folder, double height) {
        Fonts.load();
        var settings = new ScriptedSettings(folder);
        var wiring =
                new Wiring(
                        stage,
                        engine,
                        new Wiring.Kept(
                                settings.engine(),
                                folder.resolve("recent.json"),
                                settings.history()),
                        InstantSource.fixed(Samples.NOON));
        stage.setScene(wiring.scene());
        stage.setWidth(1000);
        stage.setHeight(height);
        stage.show();
        return wiring;
    }
}
