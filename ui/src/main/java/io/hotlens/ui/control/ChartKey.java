package io.hotlens.ui.control;

import io.hotlens.ui.text.Messages;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import java.util.List;
import java.util.stream.Stream;

/// The keys of a chart that has the focus.
public enum ChartKey implements Shortcut {
    EARLIER,
    LATER,
    PAN_EARLIER,
    PAN_LATER,
    ZOOM_IN,
    ZOOM_OUT,
    NOW,
    MARK_BEFORE,
    MARK_AFTER,
    OPEN;

    @Override
    public List<KeyCombination> keys() {
        return switch (this) {
            case EARLIER -> plain(KeyCode.LEFT);
            case LATER -> plain(KeyCode.RIGHT);
            case PAN_EARLIER ->
                    List.of(new KeyCodeCombination(KeyCode.LEFT, KeyCombination.SHIFT_DOWN));
            case PAN_LATER ->
                    List.of(new KeyCodeCombination(KeyCode.RIGHT, KeyCombination.SHIFT_DOWN));
            case ZOOM_IN -> plain(KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD);
            case ZOOM_OUT -> plain(KeyCode.MINUS, KeyCode.SUBTRACT);
            case NOW -> plain(KeyCode.END);
            case MARK_BEFORE -> plain(KeyCode.PAGE_UP);
            case MARK_AFTER -> plain(KeyCode.PAGE_DOWN);
            case OPEN -> plain(KeyCode.ENTER);
        };
    }

    private static List<KeyCombination> plain(KeyCode... codes) {
        return Stream.of(codes).<KeyCombination>map(KeyCodeCombination::new).toList();
    }

    @Override
    public String does() {
        return switch (this) {
            case EARLIER -> Messages.text("chart.key_earlier");
            case LATER -> Messages.text("chart.key_later");
            case PAN_EARLIER -> Messages.text("chart.key_pan_earlier");
            case PAN_LATER -> Messages.text("chart.key_pan_later");
            case ZOOM_IN -> Messages.text("chart.key_zoom_in");
            case ZOOM_OUT -> Messages.text("chart.key_zoom_out");
            case NOW -> Messages.text("chart.to_now");
            case MARK_BEFORE -> Messages.text("chart.key_mark_before");
            case MARK_AFTER -> Messages.text("chart.key_mark_after");
            case OPEN -> Messages.text("chart.key_open");
        };
    }
}
