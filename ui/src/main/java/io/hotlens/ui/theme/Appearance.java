package io.hotlens.ui.theme;

import io.hotlens.ui.text.Language;

import java.util.Optional;

/// What the user chose about the window.
///
/// @param theme empty for the system's
/// @param zoom of all texts in per cent
/// @param still whether nothing moves by itself, even where the system lets it
/// @param compact whether there is less room around everything
/// @param language empty for the system's
/// @param desktop whether critical findings are told on the desktop while another window is in
///   front
public record Appearance(
        Optional<Theme> theme,
        int zoom,
        boolean still,
        boolean compact,
        Optional<Language> language,
        boolean desktop) {

    public static final int LEAST_ZOOM = 80;
    public static final int MOST_ZOOM = 200;
    public static final int ZOOM_STEP = 10;

    public static final Appearance USUAL =
            new Appearance(Optional.empty(), 100, false, false, Optional.empty(), true);

    /// A zoom beyond the limits is taken as the limit.
    public Appearance {
        zoom = Math.clamp(zoom, LEAST_ZOOM, MOST_ZOOM);
    }

    public Appearance with(Optional<Theme> other) {
        return new Appearance(other, zoom, still, compact, language, desktop);
    }

    public Appearance zoomed(int percent) {
        return new Appearance(theme, percent, still, compact, language, desktop);
    }

    public Appearance still(boolean nothingMoves) {
        return new Appearance(theme, zoom, nothingMoves, compact, language, desktop);
    }

    public Appearance compact(boolean lessRoom) {
        return new Appearance(theme, zoom, still, lessRoom, language, desktop);
    }

    public Appearance speaking(Optional<Language> other) {
        return new Appearance(theme, zoom, still, compact, other, desktop);
    }

    public Appearance desktop(boolean told) {
        return new Appearance(theme, zoom, still, compact, language, told);
    }
}
