package io.hotlens.skills.data;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Knows secrets in text by their shape: passwords, tokens, keys, e-mail addresses, credentials in
/// URLs.
public final class Secrets {

    /// Stands where a secret was.
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
                            "-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\\s\\S]*?(?:-----END [A-Z"
                                    + " ]{0,40}PRIVATE KEY-----|\\z)",
                            MARK),
                    rule("\\beyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]{5,}(?:\\.[A-Za-z0-9_-]*)?", MARK),
                    rule("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9+/_.=~-]{8,}", "$1 " + MARK),
                    rule(
                            "(?<=[A-Za-z0-9])://[^\\s/@:]{1,100}:[^\\s/@]{1,200}@",
                            "://" + MARK + "@"),
                    rule(
                            "(?i)((?=[abcpst])"
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
                            "(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]++@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){0,6}\\.[A-Za-z]{2,24}\\b",
                            MARK));

    private Secrets() {}

    /// Whether a value of this name is a secret, whatever it looks like.
    public static boolean isNameOfSecret(String name) {
        return SECRET_FIELD.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /// The text with [#MARK] in place of every secret.
    public static String masked(String text) {
        String clean = text;
        for (Rule rule : BUILT_IN) {
            clean = rule.pattern().matcher(clean).replaceAll(rule.replacement());
        }
        return clean;
    }

    private static Rule rule(String pattern, String replacement) {
        return new Rule(Pattern.compile(pattern), replacement);
    }
}
