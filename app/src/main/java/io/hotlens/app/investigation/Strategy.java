package io.hotlens.app.investigation;

import java.util.Arrays;
import java.util.stream.Collectors;

/// How a coordinator comes from a reason to insights.
public enum Strategy {
    /// The model chooses each step.
    AGENT_LOOP("loop"),
    /// The model is asked twice at most: whom to send out, and what the findings mean.
    PIPELINE("pipeline");

    private final String word;

    Strategy(String word) {
        this.word = word;
    }

    /// `loop` or `pipeline`.
    public String word() {
        return word;
    }

    /// @throws IllegalArgumentException when there is none of that word
    public static Strategy parse(String word) {
        return Arrays.stream(values())
                .filter(strategy -> strategy.word.equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(unknown(word)));
    }

    private static String unknown(String word) {
        return "there is no '%s'; choose %s"
                .formatted(
                        word,
                        Arrays.stream(values())
                                .map(Strategy::word)
                                .collect(Collectors.joining(" or ")));
    }
}
