package io.hotlens.app.access;

import io.hotlens.skills.data.Data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Takes secrets out of everything that comes from a target, before anything else sees it:
/// passwords, tokens, keys, e-mail addresses, credentials in URLs, and what the user names.
public final class Redactor {

    public static final String MARK = "[redacted]";

    private static final String SECRET_NAME =
            "(?:pass(?:word|wd|phrase|code)?|pwd|secret|token|api[-_.]?key|access[-_.]?key|private[-_.]?key"
                + "|credential|credentials|authorization|auth[-_.]?token|bearer|session[-_.]?id|cookie|signature)";
    private static final Pattern SECRET_FIELD =
            Pattern.compile(".*" + SECRET_NAME + "$", Pattern.CASE_INSENSITIVE);

    private record Rule(Pattern pattern, String replacement) {}

    private static final List<Rule> BUILT_IN =
            List.of(
                    rule(
                            "-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]{0,8000}?(?:-----END [A-Z"
                                    + " ]*PRIVATE KEY-----|$)",
                            MARK),
                    rule("\\beyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]{5,}(?:\\.[A-Za-z0-9_-]*)?", MARK),
                    rule("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9+/_.=~-]{8,}", "$1 " + MARK),
                    rule(
                            "(?i)\\b([a-z][a-z0-9+.-]{1,20}://)[^\\s/@:]{1,100}:[^\\s/@]{1,200}@",
                            "$1" + MARK + "@"),
                    rule(
                            "(?i)([\\w.-]{0,60}"
                                    + SECRET_NAME
                                    + "[\"']?\\s{0,3}[=:]\\s{0,3}[\"']?)(?!\\[redacted])[^\\s\"',;&)}\\]]+",
                            "$1" + MARK),
                    rule(
                            "(?i)(jdbc:oracle:thin:)[^\\s/@:]{1,100}/[^\\s@]{1,200}@",
                            "$1" + MARK + "@"),
                    rule("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b", MARK),
                    rule("\\b(?:sk|pk|rk)[-_](?:live|test|ant|proj)?[-_]?[A-Za-z0-9_-]{16,}", MARK),
                    rule("\\bgh[pousr]_[A-Za-z0-9]{20,}", MARK),
                    rule(
                            "\\b[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){0,6}\\.[A-Za-z]{2,24}\\b",
                            MARK));

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
                                        value instanceof Data.Text && namesSecret(name)
                                                ? Data.of(MARK)
                                                : redact(value)));
        return new Data.Fields(clean);
    }

    private static boolean namesSecret(String name) {
        return SECRET_FIELD.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    public String redact(String text) {
        String clean = text;
        for (Rule rule : BUILT_IN) {
            clean = rule.pattern().matcher(clean).replaceAll(rule.replacement());
        }
        for (Pattern pattern : named) {
            clean =
                    pattern.matcher(clean)
                            .replaceAll(java.util.regex.Matcher.quoteReplacement(MARK));
        }
        return clean;
    }

    private static Rule rule(String pattern, String replacement) {
        return new Rule(Pattern.compile(pattern), replacement);
    }
}
