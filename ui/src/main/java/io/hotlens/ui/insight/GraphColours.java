package io.hotlens.ui.insight;

import io.hotlens.app.notification.Severity;

/// The colours of a drawn graph, as SVG writes them.
///
/// @param text also that of the lines of causes
/// @param quiet that of lines in time and of small texts
record GraphColours(
        String ground,
        String card,
        String border,
        String text,
        String quiet,
        String accent,
        String warning,
        String danger) {

    String of(Severity severity) {
        return switch (severity) {
            case INFO -> accent;
            case WARNING -> warning;
            case CRITICAL -> danger;
        };
    }
}
