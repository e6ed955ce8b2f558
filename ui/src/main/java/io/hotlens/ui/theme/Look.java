package io.hotlens.ui.theme;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// How the window looks now: the theme (the system's, until the user chooses another), the zoom and
/// whether anything moves. Belongs to the JavaFX thread.
public final class Look {

    private static final String SHEET = sheet("hotlens.css");

    private static final String COMPACT = sheet("compact.css");

    private final ReadOnlyObjectWrapper<Appearance> appearance =
            new ReadOnlyObjectWrapper<>(Appearance.USUAL);
    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>();
    private final List<Scene> scenes = new ArrayList<>();

    /// Follows the system's colour scheme, and its wish that less moves.
    public Look() {
        Platform.getPreferences().colorSchemeProperty().subscribe(_ -> show());
        Platform.getPreferences().reducedMotionProperty().subscribe(_ -> show());
        appearance.subscribe(_ -> show());
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Look.class.getResource("/io/hotlens/ui/" + name))
                .toExternalForm();
    }

    /// What the user chose.
    public ReadOnlyObjectProperty<Appearance> appearance() {
        return appearance.getReadOnlyProperty();
    }

    public void choose(Appearance wanted) {
        appearance.set(wanted);
    }

    /// Shows `wanted` from now on, whatever the system says.
    public void choose(Theme wanted) {
        choose(appearance.get().with(Optional.of(wanted)));
    }

    public void zoomIn() {
        zoom(appearance.get().zoom() + Appearance.ZOOM_STEP);
    }

    public void zoomOut() {
        zoom(appearance.get().zoom() - Appearance.ZOOM_STEP);
    }

    /// @param percent what is beyond the limits is taken as the limit
    public void zoom(int percent) {
        choose(appearance.get().zoomed(percent));
    }

    /// The theme that is shown.
    public ReadOnlyObjectProperty<Theme> theme() {
        return theme.getReadOnlyProperty();
    }

    /// Gives a scene the style sheets of Hotlens, from now on whatever is chosen.
    public void dress(Scene scene) {
        scenes.add(scene);
        scene.getStylesheets().setAll(sheets());
    }

    private void show() {
        ColorScheme system = Platform.getPreferences().getColorScheme();
        Theme wanted = appearance.get().theme().orElse(Theme.of(system));
        if (theme.get() != wanted) {
            Application.setUserAgentStylesheet(wanted.controls());
            theme.set(wanted);
        }
        scenes.forEach(scene -> scene.getStylesheets().setAll(sheets()));
    }

    private List<String> sheets() {
        var sheets = new ArrayList<>(List.of(SHEET));
        if (!theme.get().colours().isEmpty()) {
            sheets.add(sheet(theme.get().colours()));
        }
        if (appearance.get().compact()) {
            sheets.add(COMPACT);
        }
        sheets.add(own(appearance.get()));
        return sheets;
    }

    /// Zoom and stillness as a style sheet, which menus, tooltips and dialogs inherit.
    private static String own(Appearance chosen) {
        double zoom = chosen.zoom() / 100.0;
        var rules = new StringBuilder();
        rules.append(String.format(Locale.ROOT, ".root{-fx-font-size:%.2fpx}", 14 * zoom));
        rules.append(
                String.format(Locale.ROOT, ".ikonli-font-icon{-fx-icon-size:%.0fpx}", 18 * zoom));
        rules.append(String.format(Locale.ROOT, ".empty-icon{-fx-icon-size:%.0fpx}", 32 * zoom));
        rules.append(
                String.format(Locale.ROOT, ".graph{-fx-scale-x:%1$.2f;-fx-scale-y:%1$.2f}", zoom));
        if (chosen.still() || Platform.getPreferences().isReducedMotion()) {
            rules.append(".progress-bar{-fx-indeterminate-bar-animation-time:86400}");
        }
        return "data:text/css;base64,"
                + Base64.getEncoder()
                        .encodeToString(rules.toString().getBytes(StandardCharsets.UTF_8));
    }
}
