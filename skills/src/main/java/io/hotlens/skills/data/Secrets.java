package io.hotlens.skills.data;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Knows secrets in text by their shape: passwords, tokens, keys, e-mail addresses, credentials in
/// URLs.
public final class Secrets {

    /// Stands where a secret was.
    public static final String MARK = "[redacted]";

    private static final String SECRET_NAME =
            "(?:pass(?:word|wd|phrase|code)?|pwd|secret|token|api[-_.]?key|access[-_.]?key|private[-_.]?key"
                + "|credential|credentials|authorization|auth[-_.]?token|bearer|session[-_.]?id|cookie|signature)";
    private static final String ENDS = "sdetnylr";
    private static final Pattern SECRET_FIELD =
            Pattern.compile(".*" + SECRET_NAME + "$", Pattern.CASE_INSENSITIVE);

    /// @param may whether a text can hold what the pattern finds; cheap, and wrong only with `true`
    record Rule(Predicate<String> may, Pattern pattern, String replacement) {}

    static final List<Rule> BUILT_IN =
            List.of(
                    rule(
                            has("-----BEGIN "),
                            "-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\\s\\S]*?(?:-----END [A-Z"
                                    + " ]{0,40}PRIVATE KEY-----|\\z)",
                            MARK),
                    rule(
                            has("eyJ"),
                            "\\beyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]{5,}(?:\\.[A-Za-z0-9_-]*)?",
                            MARK),
                    rule(
                            text -> Letters.haveAny(text, "bearer", "basic"),
                            "(?i)\\b(bearer|basic)\\s+[A-Za-z0-9+/_.=~-]{8,}",
                            "$1 " + MARK),
                    rule(
                            has("://").and(has("@")),
                            "(?<=[A-Za-z0-9])://[^\\s/@:]{1,100}:[^\\s/@]{1,200}@",
                            "://" + MARK + "@"),
                    rule(
                            Secrets::mayAssign,
                            "(?i)((?=[abcpst])"
                                    + SECRET_NAME
                                    + "[\"']?\\s{0,3}[=:]\\s{0,3}[\"']?)(?!\\[redacted])[^\\s\"',;&)}\\]]+",
                            "$1" + MARK),
                    rule(
                            has(":").and(has("@")),
                            "(?i)(jdbc:oracle:thin:)[^\\s/@:]{1,100}/[^\\s@]{1,200}@",
                            "$1" + MARK + "@"),
                    rule(has("AKIA").or(has("ASIA")), "\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b", MARK),
                    rule(
                            has("k-").or(has("k_")),
                            "\\b(?:sk|pk|rk)[-_](?:live|test|ant|proj)?[-_]?[A-Za-z0-9_-]{16,}",
                            MARK),
                    rule(has("gh"), "\\bgh[pousr]_[A-Za-z0-9]{20,}", MARK),
                    rule(
                            text -> text.lastIndexOf('.') > text.indexOf('@') && text.contains("@"),
                            "(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]++@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){0,6}\\.[A-Za-z]{2,24}\\b",
                            MARK));

    private static final Harmless OPEN_NAMES = new Harmless(1024, name -> !namesSecret(name));
    private static final Harmless OPEN_TEXTS =
            new Harmless(4096, text -> maskedAnew(text).equals(text));

    private Secrets() {}

    /// Whether a value of this name is a secret, whatever it looks like.
    public static boolean isNameOfSecret(String name) {
        return !OPEN_NAMES.test(name);
    }

    private static boolean namesSecret(String name) {
        return SECRET_FIELD.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /// The text with [#MARK] in place of every secret.
    public static String masked(String text) {
        return OPEN_TEXTS.test(text) ? text : maskedAnew(text);
    }

    private static String maskedAnew(String text) {
        String clean = text;
        for (Rule rule : BUILT_IN) {
            if (rule.may().test(clean)) {
                clean = rule.pattern().matcher(clean).replaceAll(rule.replacement());
            }
        }
        return clean;
    }

    private static Rule rule(Predicate<String> may, String pattern, String replacement) {
        return new Rule(may, Pattern.compile(pattern), replacement);
    }

    private static Predicate<String> has(String part) {
        return text -> text.contains(part);
    }

    /// Whether one of the letters that end the name of a secret stands before `=` or `:`, but for
    /// spaces and a quote.
    private static boolean mayAssign(String text) {
        for (int i = 1; i < text.length(); i++) {
            char sign = text.charAt(i);
            if ((sign == '=' || sign == ':') && ENDS.indexOf(before(text, i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static char before(String text, int sign) {
        int i = sign - 1;
        while (i > 0 && text.charAt(i) <= ' ') {
            i--;
        }
        boolean quote = text.charAt(i) == '"' || text.charAt(i) == '\'';
        return Character.toLowerCase(text.charAt(quote && i > 0 ? i - 1 : i));
    }
}
