package io.hotlens.ui.metrics;

import java.util.List;

/// A number that has its chart on the board, on every target that has it.
public sealed interface Pin {

    /// A metric of a skill.
    ///
    /// @param id such as `gc.time_in_gc_pct`
    /// @param compared whether the chart has a line for each open target
    record OfMetric(String id, boolean compared) implements Pin {}

    /// A numeric attribute of an MBean.
    ///
    /// @param path names within a composite value; list items by their number from 1 on
    record OfAttribute(String bean, String attribute, List<String> path) implements Pin {
        public OfAttribute {
            path = List.copyOf(path);
        }

        /// The attribute with the path, as one writes it: `HeapMemoryUsage.used`.
        String name() {
            return path.isEmpty() ? attribute : attribute + "." + String.join(".", path);
        }
    }
}
