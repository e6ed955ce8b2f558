package io.hotlens.app.access;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Secrets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Takes secrets out of everything that comes from a target, before anything else sees it:
/// passwords, tokens, keys, e-mail addresses, credentials in URLs, and what the user names.
public final class Redactor {

    public static final String MARK = Secrets.MARK;

    private final List<Pattern> named;

    /// @param named patterns of the user; what they match is taken out
    public Redactor(List<Pattern> named) {
        this.named = List.copyOf(named);
    }

    /// Only what is built in.
    public static Redactor usual() {
        return new Redactor(List.of());
    }

    /// @throws IllegalArgumentException when one is not a pattern; the message says where
    public static Redactor naming(List<String> patterns) {
        try {
            return new Redactor(patterns.stream().map(Pattern::compile).toList());
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "'%s' is not a pattern: %s".formatted(e.getPattern(), e.getDescription()), e);
        }
    }

    public Data redact(Data value) {
        return switch (value) {
            case Data.Text(String text) -> Data.of(redact(text));
            case Data.Items(List<Data> items) ->
                    Data.items(items.stream().map(this::redact).toList());
            case Data.Fields fields -> redactFields(fields);
            case Data.Num _, Data.Bool _, Data.Nothing _ -> value;
        };
    }

    private Data redactFields(Data.Fields fields) {
        var clean = new LinkedHashMap<String, Data>();
        fields.values()
                .forEach(
                        (name, value) ->
                                clean.put(
                                        redact(name),
                                        value instanceof Data.Text && Secrets.isNameOfSecret(name)
                                                ? Data.of(MARK)
                                                : redact(value)));
        return new Data.Fields(clean);
    }

    public String redact(String text) {
        String clean = Secrets.masked(text);
        for (Pattern pattern : named) {
            clean =
                    pattern.matcher(clean)
                            .replaceAll(java.util.regex.Matcher.quoteReplacement(MARK));
        }
        return clean;
    }
}
