package io.hotlens.ui.control;

import io.hotlens.app.llm.egress.DataClass;
import io.hotlens.ui.text.Messages;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Kinds of content in words.
public final class DataClasses {

    private DataClasses() {}

    public static String title(DataClass dataClass) {
        return switch (dataClass) {
            case LOG_TEXT -> Messages.text("dataclass.log_text");
            case SQL -> Messages.text("dataclass.sql");
            case PATHS -> Messages.text("dataclass.paths");
            case HOSTS -> Messages.text("dataclass.hosts");
            case USERS -> Messages.text("dataclass.users");
            case PROPERTIES -> Messages.text("dataclass.properties");
            case MBEAN_VALUES -> Messages.text("dataclass.mbean_values");
            case HEAP_STRINGS -> Messages.text("dataclass.heap_strings");
            case IDENTIFIERS -> Messages.text("dataclass.identifiers");
            case SECRETS -> Messages.text("dataclass.secrets");
        };
    }

    /// How many parts of which class: "Log texts 3, Secrets 1"; empty when there are none.
    public static String counted(Map<DataClass, Integer> parts) {
        Map<DataClass, Integer> ordered = new EnumMap<>(DataClass.class);
        ordered.putAll(parts);
        return ordered.entrySet().stream()
                .map(e -> Messages.text("dataclass.counted", title(e.getKey()), e.getValue()))
                .collect(Collectors.joining(", "));
    }

    /// How many parts in all.
    public static int total(Map<DataClass, Integer> parts) {
        return parts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
