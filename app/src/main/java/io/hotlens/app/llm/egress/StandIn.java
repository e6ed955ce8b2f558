package io.hotlens.app.llm.egress;

import java.util.Locale;

/// What stands in a request for something that may not leave: a name such as `host-1`, or a note
/// such as `[log text 3 withheld: 120 chars]`.
enum StandIn {
    HOST(DataClass.HOSTS, ""),
    IP(DataClass.HOSTS, ""),
    URL(DataClass.HOSTS, ""),
    PATH(DataClass.PATHS, ""),
    USER(DataClass.USERS, ""),
    MAIL(DataClass.IDENTIFIERS, ""),
    ID(DataClass.IDENTIFIERS, ""),
    LOG_TEXT(DataClass.LOG_TEXT, "log text"),
    SQL(DataClass.SQL, "SQL"),
    PROPERTY(DataClass.PROPERTIES, "property value"),
    MBEAN(DataClass.MBEAN_VALUES, "MBean value"),
    HEAP(DataClass.HEAP_STRINGS, "heap string");

    private final DataClass dataClass;
    private final String noun;

    StandIn(DataClass dataClass, String noun) {
        this.dataClass = dataClass;
        this.noun = noun;
    }

    DataClass dataClass() {
        return dataClass;
    }

    /// Whether it is a note that a text is missing, and no name.
    boolean isNote() {
        return !noun.isEmpty();
    }

    /// The first word of the name, such as `host`.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What the text is called in a note.
    String noun() {
        return isNote() ? noun : word();
    }

    /// @param number from 1, by which the original is found again
    String write(int number, String original) {
        return isNote()
                ? "[%s %d withheld: %d chars]".formatted(noun, number, original.length())
                : word() + "-" + number;
    }

    /// A note without a number: what stood there cannot be found again.
    String writeLost(String original) {
        return "[%s withheld: %d chars]".formatted(noun(), original.length());
    }
}
