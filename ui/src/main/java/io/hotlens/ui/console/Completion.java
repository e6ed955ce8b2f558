package io.hotlens.ui.console;

import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.Parameter;
import io.hotlens.ui.text.Messages;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Suggests callbacks for the word before the caret.
///
/// @param start where that word begins
/// @param items best first; empty when nothing fits
public record Completion(int start, List<Item> items) {

    private static final int MOST = 50;

    public Completion {
        items = List.copyOf(items);
    }

    /// One suggestion.
    ///
    /// @param insert what takes the place of the word
    /// @param signature `gc_pauses(limit)`
    /// @param docs what it answers, its parameters, source and impact
    public record Item(String insert, String signature, String docs) {}

    /// What fits the word that ends at `caret`. Names that begin with the word come before those
    /// that only contain it.
    ///
    /// @param always whether an empty word is answered with everything
    public static Completion at(
            String code, int caret, Collection<Callback> callbacks, boolean always) {
        int start = caret;
        while (start > 0 && isWord(code.charAt(start - 1))) {
            start--;
        }
        String word = code.substring(start, caret);
        if (word.isEmpty() && !always) {
            return new Completion(caret, List.of());
        }
        List<Item> items =
                Stream.concat(callbacks.stream(), Builtins.ALL.stream())
                        .filter(callback -> callback.name().contains(word))
                        .sorted(
                                Comparator.comparing((Callback c) -> !c.name().startsWith(word))
                                        .thenComparing(Callback::name))
                        .limit(MOST)
                        .map(Completion::item)
                        .toList();
        boolean complete = items.size() == 1 && items.getFirst().insert().equals(word + "()");
        return new Completion(start, complete ? List.of() : items);
    }

    /// The documentation of a callback as the console shows it.
    public static String docs(Callback callback) {
        var text = new StringBuilder(callback.meaning());
        for (Parameter parameter : callback.parameters()) {
            text.append('\n')
                    .append(
                            Messages.text(
                                    "console.parameter",
                                    parameter.name(),
                                    parameter.meaning(),
                                    parameter.choices().isEmpty()
                                            ? ""
                                            : String.join(" | ", parameter.choices())));
        }
        return text.append('\n')
                .append(
                        Messages.text(
                                "console.docs",
                                callback.returns(),
                                callback.source(),
                                callback.impact()))
                .toString();
    }

    private static Item item(Callback callback) {
        String insert = callback.name() + (callback.parameters().isEmpty() ? "()" : "(");
        return new Item(insert, callback.signature(), docs(callback));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
