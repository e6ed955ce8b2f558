package io.hotlens.ui;

import io.hotlens.app.session.SessionFactory;
import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.target.Connector;
import io.hotlens.skills.target.TargetCatalog;
import io.hotlens.ui.connect.Engine;
import io.hotlens.ui.text.Messages;
import io.hotlens.ui.theme.Fonts;

import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/// The JavaFX application: one window over the whole engine.
public final class HotlensApplication extends Application {

    private static final int[] ICON_SIZES = {16, 32, 48, 128, 256};

    private @Nullable Wiring wiring;

    @Override
    public void start(Stage stage) {
        Fonts.load();
        var parts = new Wiring(stage, engine(), ConfigFolder.recents());
        wiring = parts;
        Scene scene = parts.scene();
        for (int size : ICON_SIZES) {
            stage.getIcons().add(icon(size));
        }
        stage.setTitle(Messages.text("window.title"));
        stage.setScene(scene);
        stage.setMinWidth(900);
        stage.setMinHeight(600);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(1280, screen.getWidth()));
        stage.setHeight(Math.min(800, screen.getHeight()));
        stage.show();
        WindowArguments.parse(getParameters().getRaw()).ifPresent(parts::begin);
    }

    @Override
    public void stop() {
        if (wiring != null) {
            wiring.close();
        }
    }

    /// The engine over this machine and its network.
    private static Engine engine() {
        var catalog = new TargetCatalog();
        var sessions = new SessionFactory(Connector::open, SkillCatalog.builtIn().skills());
        return new Engine(catalog::list, sessions::open);
    }

    private static Image icon(int size) {
        String file = "/io/hotlens/ui/icon-" + size + ".png";
        return new Image(
                Objects.requireNonNull(HotlensApplication.class.getResourceAsStream(file)));
    }
}
