package io.hotlens.ui.control;

import io.hotlens.app.notification.Severity;
import io.hotlens.app.operator.HealthState;
import io.hotlens.skills.target.ConnectionState;
import io.hotlens.ui.text.Messages;

import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;

import java.util.Optional;

/// A state as a shape, a colour and a word, so that it can be told without seeing the colour.
public enum Mark {
    HEALTHY("M6 0 A6 6 0 1 0 6 12 A6 6 0 1 0 6 0 Z", "mark-healthy"),
    OBSERVING(
            "M6 0 A6 6 0 1 0 6 12 A6 6 0 1 0 6 0 Z M6 1.5 A4.5 4.5 0 0 1 6 10.5 Z",
            "mark-observing"),
    WARNING("M6 0.5 L12 11.5 L0 11.5 Z", "mark-warning"),
    CRITICAL("M3.5 0 L8.5 0 L12 3.5 L12 8.5 L8.5 12 L3.5 12 L0 8.5 L0 3.5 Z", "mark-critical"),
    INFO("M1 1 L11 1 L11 11 L1 11 Z", "mark-observing"),
    UNKNOWN(
            "M6 0 A6 6 0 1 0 6 12 A6 6 0 1 0 6 0 Z M6 1.8 A4.2 4.2 0 1 1 6 10.2 A4.2 4.2 0 1 1 6"
                    + " 1.8 Z",
            "mark-unknown"),
    LOST(
            "M1.5 0 L6 4.5 L10.5 0 L12 1.5 L7.5 6 L12 10.5 L10.5 12 L6 7.5 L1.5 12 L0 10.5 L4.5 6"
                    + " L0 1.5 Z",
            "mark-critical"),
    ENDED("M0 4.5 L12 4.5 L12 7.5 L0 7.5 Z", "mark-unknown");

    private final String path;
    private final String style;

    Mark(String path, String style) {
        this.path = path;
        this.style = style;
    }

    public static Mark of(Optional<HealthState> state) {
        return state.map(Mark::of).orElse(UNKNOWN);
    }

    public static Mark of(HealthState state) {
        return switch (state) {
            case HEALTHY -> HEALTHY;
            case OBSERVING -> OBSERVING;
            case WARNING -> WARNING;
            case CRITICAL -> CRITICAL;
        };
    }

    public static Mark of(Severity severity) {
        return switch (severity) {
            case INFO -> INFO;
            case WARNING -> WARNING;
            case CRITICAL -> CRITICAL;
        };
    }

    public static Mark of(ConnectionState state) {
        return switch (state) {
            case ConnectionState.Connected _ -> HEALTHY;
            case ConnectionState.Lost _ -> LOST;
            case ConnectionState.Ended _ -> ENDED;
        };
    }

    /// The word that goes with the shape.
    public String word() {
        return switch (this) {
            case HEALTHY -> Messages.text("mark.healthy");
            case OBSERVING -> Messages.text("mark.observing");
            case WARNING -> Messages.text("mark.warning");
            case CRITICAL -> Messages.text("mark.critical");
            case INFO -> Messages.text("mark.info");
            case UNKNOWN -> Messages.text("mark.unknown");
            case LOST -> Messages.text("mark.lost");
            case ENDED -> Messages.text("mark.ended");
        };
    }

    /// The shape as the path of an SVG, 12 by 12.
    public String path() {
        return path;
    }

    /// The shape alone, 12 by 12; its word is told to screen readers.
    public SVGPath shape() {
        var shape = new SVGPath();
        show(shape);
        return shape;
    }

    /// Turns an existing shape into this one.
    public void show(SVGPath shape) {
        shape.setContent(path);
        shape.setFillRule(FillRule.EVEN_ODD);
        shape.getStyleClass().setAll("mark", style);
        shape.setAccessibleText(word());
    }
}
