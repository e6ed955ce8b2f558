package io.hotlens.app.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// How a report is written.
public enum ReportFormat {
    HTML("html"),
    MARKDOWN("md"),
    JSON("json");

    private final String word;

    ReportFormat(String word) {
        this.word = word;
    }

    /// `html`, `md` or `json`: also the ending of its files.
    public String word() {
        return word;
    }

    /// @throws IllegalArgumentException when there is none of that word
    public static ReportFormat parse(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word.equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "there is no format '%s'; choose %s"
                                                .formatted(
                                                        word,
                                                        Arrays.stream(values())
                                                                .map(ReportFormat::word)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
    }
}
