package io.hotlens.ui.theme;

import java.util.Optional;

/// What the user chose about the looks.
///
/// @param theme empty for the system's
/// @param zoom of all texts in per cent
/// @param still whether nothing moves by itself
public record Appearance(Optional<Theme> theme, int zoom, boolean still) {

    public static final int LEAST_ZOOM = 80;
    public static final int MOST_ZOOM = 200;
    public static final int ZOOM_STEP = 10;

    public static final Appearance USUAL = new Appearance(Optional.empty(), 100, false);

    /// A zoom beyond the limits is taken as the limit.
    public Appearance {
        zoom = Math.clamp(zoom, LEAST_ZOOM, MOST_ZOOM);
    }

    public Appearance with(Optional<Theme> other) {
        return new Appearance(other, zoom, still);
    }

    public Appearance zoomed(int percent) {
        return new Appearance(theme, percent, still);
    }

    public Appearance still(boolean nothingMoves) {
        return new Appearance(theme, zoom, nothingMoves);
    }
}
