package io.hotlens.ui.theme;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;

import java.util.Objects;

/// The present theme: the system's, until the user chooses another. Belongs to the JavaFX thread.
public final class Look {

    private static final String SHEET =
            Objects.requireNonNull(Look.class.getResource("/io/hotlens/ui/hotlens.css"))
                    .toExternalForm();

    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>();
    private boolean chosen;

    /// Follows the system's colour scheme.
    public Look() {
        ColorScheme system = Platform.getPreferences().getColorScheme();
        show(Theme.of(system));
        Platform.getPreferences()
                .colorSchemeProperty()
                .subscribe(
                        scheme -> {
                            if (!chosen) {
                                show(Theme.of(scheme));
                            }
                        });
    }

    /// Shows `wanted` from now on, whatever the system says.
    public void choose(Theme wanted) {
        chosen = true;
        show(wanted);
    }

    public ReadOnlyObjectProperty<Theme> theme() {
        return theme.getReadOnlyProperty();
    }

    /// Gives a scene the style sheet of Hotlens.
    public void dress(Scene scene) {
        scene.getStylesheets().setAll(SHEET);
    }

    private void show(Theme wanted) {
        if (theme.get() != wanted) {
            theme.set(wanted);
            Application.setUserAgentStylesheet(wanted.controls());
        }
    }
}
