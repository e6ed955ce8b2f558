package io.hotlens.ui.metrics;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Reading;
import io.hotlens.ui.control.Hint;
import io.hotlens.ui.control.Showing;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.model.Vitals.Vital;
import io.hotlens.ui.text.Formats;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A metric with its present value and its skill.
final class MetricCell extends ListCell<Metric> {

    private final MetricsViewModel model;
    private final Label name = Words.label("");
    private final Label value = Words.strong("");
    private final Label skill = Words.small("");
    private final VBox box = new VBox(2, new HBox(8, name, Words.gap(), value), skill);
    private final Hint meaning = Hint.on(this);

    MetricCell(MetricsViewModel model) {
        this.model = model;
        setPrefWidth(0);
        name.setMinWidth(0);
        value.setMinWidth(Label.USE_PREF_SIZE);
        Showing.follow(this, model.vitals(), _ -> tell());
    }

    @Override
    protected void updateItem(Metric metric, boolean empty) {
        super.updateItem(metric, empty);
        setText(null);
        if (empty || metric == null) {
            setGraphic(null);
            meaning.say("");
            return;
        }
        name.setText(metric.id());
        skill.setText(model.skill(metric));
        meaning.say(metric.meaning());
        setGraphic(box);
        tell();
    }

    private void tell() {
        if (getItem() != null) {
            value.setText(
                    model.vitals().get().vital(getItem().id()).map(MetricCell::words).orElse("–"));
        }
    }

    private static String words(Vital vital) {
        return vital.latest() instanceof Reading.Known(double number)
                ? Formats.value(number, vital.metric().unit())
                : "–";
    }
}
