package io.hotlens.ui.metrics;

import io.hotlens.skills.data.Data;

/// One line of what MBeans were found.
sealed interface BeanRow {

    /// A domain with how many beans it has.
    record Domain(String name, int beans) implements BeanRow {}

    /// One MBean by its whole name.
    record Bean(String name) implements BeanRow {}

    /// An item of the answer of `mbeans_domains` or `mbeans_find`.
    static BeanRow of(Data item) {
        return item instanceof Data.Fields fields
                ? new Domain(
                        fields.text("domain").orElse(""),
                        fields.number("beans").orElse(0.0).intValue())
                : new Bean(item instanceof Data.Text(String name) ? name : String.valueOf(item));
    }
}
