package io.hotlens.ui;

import io.hotlens.app.session.SessionFactory;
import io.hotlens.ui.connect.Engine;
import io.hotlens.ui.error.Faults;
import io.hotlens.ui.fx.FxThread;
import io.hotlens.ui.settings.SettingsEngine;
import io.hotlens.ui.text.Messages;
import io.hotlens.ui.theme.Fonts;

import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.Objects;

/// The JavaFX application: one window over the whole engine.
public final class HotlensApplication extends Application {

    private static final int[] ICON_SIZES = {16, 32, 48, 128, 256};

    private @Nullable Wiring wiring;

    @Override
    public void start(Stage stage) {
        Fonts.load();
        var sessions = new SessionFactory();
        var parts =
                new Wiring(
                        stage,
                        new Engine(sessions::localJvms, sessions::open),
                        new Wiring.Kept(
                                SettingsEngine.of(sessions),
                                ConfigFolder.recents(),
                                sessions.history()),
                        InstantSource.system());
        wiring = parts;
        var faults = new Faults(new FxThread(), InstantSource.system());
        Thread.setDefaultUncaughtExceptionHandler(faults);
        parts.tell(faults);
        Scene scene = parts.scene();
        for (int size : ICON_SIZES) {
            stage.getIcons().add(icon(size));
        }
        stage.setTitle(Messages.text("window.title"));
        stage.setScene(scene);
        stage.setMinWidth(900);
        stage.setMinHeight(600);
        parts.restorePlace();
        if (Boolean.getBoolean("hotlens.rehearse")) {
            parts.rehearse();
            endSoon();
        }
        stage.show();
        WindowArguments.parse(getParameters().getRaw()).ifPresent(parts::begin);
    }

    @Override
    public void stop() {
        if (wiring != null) {
            wiring.close();
        }
    }

    /// Shows the window for a moment and ends, so that the launcher can record which classes a
    /// start needs.
    private static void endSoon() {
        var pause = new PauseTransition(Duration.seconds(2));
        pause.setOnFinished(_ -> Platform.exit());
        pause.play();
    }

    private static Image icon(int size) {
        String file = "/io/hotlens/ui/icon-" + size + ".png";
        return new Image(
                Objects.requireNonNull(HotlensApplication.class.getResourceAsStream(file)));
    }
}
