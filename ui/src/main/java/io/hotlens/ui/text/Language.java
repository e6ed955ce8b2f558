package io.hotlens.ui.text;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The languages of the window. What the engine says of a target is English in all of them.
public enum Language {
    ENGLISH(Locale.ROOT, "en"),
    GERMAN(Locale.GERMAN, "de");

    private final Locale locale;
    private final String word;

    Language(Locale locale, String word) {
        this.locale = locale;
        this.word = word;
    }

    /// The language of a [#word()]; empty for any other.
    public static Optional<Language> named(String word) {
        return Stream.of(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    /// That of the operating system's user, English when there is no bundle for it.
    public static Language ofSystem() {
        return named(Locale.getDefault().getLanguage()).orElse(ENGLISH);
    }

    /// As it is kept in a file.
    public String word() {
        return word;
    }

    /// Its name in itself.
    public String title() {
        return switch (this) {
            case ENGLISH -> Messages.text("language.english");
            case GERMAN -> Messages.text("language.german");
        };
    }

    Locale locale() {
        return locale;
    }
}
