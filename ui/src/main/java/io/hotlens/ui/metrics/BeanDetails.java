package io.hotlens.ui.metrics;

import io.hotlens.skills.data.Data;

import java.time.Instant;
import java.util.List;

/// What is known of one MBean.
///
/// @param at when it was read; the epoch while it was not yet
/// @param asking whether the target is being asked
/// @param problem what went wrong the last time, empty when nothing did
record BeanDetails(
        String bean,
        String description,
        List<Attribute> attributes,
        Instant at,
        boolean asking,
        String problem) {

    static final BeanDetails NONE = new BeanDetails("", "", List.of(), Instant.EPOCH, false, "");

    /// One attribute with its value as it was read.
    ///
    /// @param unavailable why there is no value; empty when there is one
    record Attribute(String name, String type, String description, Data value, String unavailable) {

        static Attribute of(Data.Fields fields) {
            return new Attribute(
                    fields.text("name").orElse(""),
                    fields.text("type").orElse(""),
                    fields.text("description").orElse(""),
                    fields.get("value").orElse(Data.NOTHING),
                    fields.text("unavailable").orElse(""));
        }

        boolean isNumber() {
            return value instanceof Data.Num;
        }

        boolean isBranch() {
            return value instanceof Data.Fields || value instanceof Data.Items;
        }
    }

    BeanDetails {
        attributes = List.copyOf(attributes);
    }

    static BeanDetails asked(String bean) {
        return new BeanDetails(bean, "", List.of(), Instant.EPOCH, true, "");
    }

    BeanDetails askedAgain() {
        return new BeanDetails(bean, description, attributes, at, true, "");
    }

    BeanDetails failed(String why) {
        return new BeanDetails(bean, description, attributes, at, false, why);
    }

    /// The answer of `mbeans_values`.
    BeanDetails answered(Data.Fields answer, Instant now) {
        return new BeanDetails(
                bean,
                answer.text("description").orElse(""),
                answer.items("attributes").stream()
                        .filter(Data.Fields.class::isInstance)
                        .map(Data.Fields.class::cast)
                        .map(Attribute::of)
                        .toList(),
                now,
                false,
                "");
    }
}
