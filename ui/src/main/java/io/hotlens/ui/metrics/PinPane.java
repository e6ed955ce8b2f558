package io.hotlens.ui.metrics;

import io.hotlens.ui.control.ChartPane;
import io.hotlens.ui.control.Hint;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.metrics.MetricsViewModel.Plotted;
import io.hotlens.ui.metrics.Pin.OfMetric;
import io.hotlens.ui.model.Normality;
import io.hotlens.ui.text.Messages;

import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The chart of something that was pinned.
final class PinPane {

    private final MetricsViewModel model;
    private final Pin pin;
    private final ChartPane pane;

    PinPane(MetricsViewModel model, Pin pin) {
        this.model = model;
        this.pin = pin;
        pane = new ChartPane("", model.time());
        pane.getStyleClass().add("pinned");
        if (pin instanceof OfMetric(String id, boolean compared)) {
            var compare = compareButton();
            compare.setSelected(compared);
            compare.setOnAction(
                    _ -> model.board().replace(pin, new OfMetric(id, compare.isSelected())));
            pane.add(compare);
        }
        var off = new Button("", new FontIcon(Feather.X));
        off.getStyleClass().add("flat");
        off.setAccessibleText(Messages.text("metric.unpin"));
        Hint.on(off, Messages.text("metric.unpin"));
        off.setOnAction(_ -> model.board().toggle(pin));
        pane.add(off);
        show();
    }

    static ToggleButton compareButton() {
        var compare = new ToggleButton("", new FontIcon(Feather.COPY));
        compare.getStyleClass().add("flat");
        compare.setAccessibleText(Messages.text("metric.compare"));
        Hint.on(compare, Messages.text("metric.compare"));
        return compare;
    }

    Pin pin() {
        return pin;
    }

    ChartPane node() {
        return pane;
    }

    void show() {
        show(pane, model.plotted(pin), !model.vitals().get().state().isConnected());
    }

    static void show(ChartPane pane, Plotted plotted, boolean stale) {
        pane.title(plotted.title());
        pane.about(plotted.about());
        if (plotted.lines().isEmpty()) {
            pane.instead(Words.muted(Messages.text("metric.absent")));
            return;
        }
        pane.chart().stale(stale);
        pane.chart().expect(plotted.normal().flatMap(Normality.Row::band));
        pane.show(plotted.lines(), plotted.unit());
    }
}
