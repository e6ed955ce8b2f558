package io.hotlens.app.investigation;

import java.util.Arrays;
import java.util.Locale;

/// Who began an investigation.
public enum Trigger {
    PERSON,
    /// The monitor, which noticed something.
    MONITOR,
    /// An earlier investigation, which asked to look again.
    FOLLOW_UP;

    /// `person`, `monitor` or `follow_up`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException when there is none of that word
    public static Trigger parse(String word) {
        return Arrays.stream(values())
                .filter(trigger -> trigger.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no trigger is '" + word + "'"));
    }
}
