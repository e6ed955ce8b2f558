package io.hotlens.app.telemetry;

import io.hotlens.skills.data.Data;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;

import java.util.List;

/// What of an event may leave this machine: numbers, closed words and ids, each as `hotlens.FIELD`;
/// never a text.
final class PublicAttributes {

    private PublicAttributes() {}

    static Attributes of(TelemetryEvent event) {
        AttributesBuilder attributes = Attributes.builder();
        event.skill().ifPresent(id -> attributes.put("hotlens.skill", id.value()));
        for (TelemetryField field : event.name().fields()) {
            String key = "hotlens." + field.word();
            switch (field.kind()) {
                case MEASURE -> attributes.put(key, event.measured(field));
                case WORD ->
                        event.metadata()
                                .get(field.word())
                                .ifPresent(value -> put(attributes, key, value));
                case TEXT -> {}
            }
        }
        return attributes.build();
    }

    private static void put(AttributesBuilder attributes, String key, Data value) {
        switch (value) {
            case Data.Text(String text) -> attributes.put(key, text);
            case Data.Bool(boolean bool) -> attributes.put(key, bool);
            case Data.Num(double number) -> attributes.put(key, number);
            case Data.Items(List<Data> items) ->
                    attributes.put(
                            AttributeKey.stringArrayKey(key),
                            items.stream()
                                    .filter(Data.Text.class::isInstance)
                                    .map(item -> ((Data.Text) item).value())
                                    .toList());
            case Data.Fields _, Data.Nothing _ -> {}
        }
    }
}
