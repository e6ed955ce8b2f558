package io.hotlens.app.llm.egress;

import io.hotlens.skills.data.Letters;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Shapes of what may not leave, each with a cheap check that spares most texts its pattern.
enum Shape {
    MAIL(
            "(?<![A-Za-z0-9._%+:/-])[A-Za-z0-9._%+-]++@[A-Za-z0-9-]{1,63}"
                    + "(?:\\.[A-Za-z0-9-]{1,63}){0,6}\\.[A-Za-z]{2,24}(?![A-Za-z0-9])",
            text -> text.indexOf('@') >= 0 && text.lastIndexOf('.') > text.indexOf('@')),
    EXCEPTION(
            "(?<![\\w.$])[A-Za-z][\\w.$]*+(?<=Exception|Error|Throwable)(?=: )",
            text ->
                    text.contains("Exception: ")
                            || text.contains("Error: ")
                            || text.contains("Throwable: ")),
    QUOTED("\"([^\"\n]++)\"", text -> text.indexOf('"') < text.lastIndexOf('"')),
    SQL(
            "(?i)(?<![\\w.])(?:select\\s[\\s\\S]{1,1000}?\\sfrom\\s"
                    + "|insert\\s{1,9}into\\s|update\\s{1,9}[\\w.\"`\\[\\]]{1,100}\\s{1,9}set\\s"
                    + "|delete\\s{1,9}from\\s|merge\\s{1,9}into\\s|truncate\\s{1,9}table\\s"
                    + "|(?:create|alter|drop)\\s{1,9}(?:unique\\s{1,9})?(?:table|index|view)\\s"
                    + "|with\\s{1,9}\\w{1,60}\\s{1,9}as\\s{0,9}\\()",
            Shape::mayBeSql),
    OPTION(
            "(?<![\\w-])(-D[\\w.$-]*+|-XX:\\w++|[A-Z][A-Z0-9_]{2,63}+)=(\"[^\"]*+\"|[^\\s\"]++)",
            text -> text.indexOf('=') >= 0),
    USER(
            "(?i)(?<![\\w.])(?:user(?:[-_ ]?name)?|login|account|principal)"
                    + "(?:\\s{0,3}[=:]\\s{0,3}['\"]?|\\s'|\\s\")([\\w@\\\\][\\w.@\\\\-]*+)",
            Shape::mayNameUser),
    JDBC(
            "(?i)(?<![A-Za-z0-9])jdbc:[a-z0-9]{1,30}:([^\\s\"'<>)]++)",
            text -> Letters.haveAny(text, "jdbc:")),
    URL(
            "(?<![A-Za-z0-9+.-])([A-Za-z][A-Za-z0-9+.-]*+)://([^\\s\"'<>)\\]}]++)",
            text -> text.contains("://")),
    PATH(
            "(?<![\\w./\\\\<\uE001-])(?:~?/[^\\s\"'<>|;,()\\[\\]\uE000\uE001]++"
                    + "|[A-Za-z]:[\\\\/][^\\s\"'<>|;,()\uE000\uE001]++"
                    + "|\\\\\\\\[\\w.$-]++\\\\[^\\s\"'<>|;,()\uE000\uE001]++)",
            text -> text.indexOf('/') >= 0 || text.indexOf('\\') >= 0),
    IPV6(
            "(?<![\\w:.])(?:[0-9a-fA-F]{0,4}:){2,7}[0-9a-fA-F]{0,4}(?![\\w:]|\\.[0-9])",
            text -> text.indexOf(':') != text.lastIndexOf(':'));

    private static final String[] SQL_VERBS = {
        "select",
        "insert",
        "update",
        "delete",
        "merge",
        "truncate",
        "create",
        "alter",
        "drop",
        "with"
    };

    private final Pattern pattern;

    @SuppressWarnings("ImmutableEnumChecker") // the predicates hold nothing
    private final Predicate<String> may;

    Shape(String pattern, Predicate<String> may) {
        this.pattern = Pattern.compile(pattern);
        this.may = may;
    }

    /// Whether a text can hold it; wrong only with `true`.
    boolean may(String text) {
        return may.test(text);
    }

    Matcher matcher(String text) {
        return pattern.matcher(text);
    }

    private static boolean mayBeSql(String text) {
        return hasSpace(text) && Letters.haveAny(text, SQL_VERBS);
    }

    private static boolean hasSpace(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ') {
                return true;
            }
        }
        return false;
    }

    private static boolean mayNameUser(String text) {
        boolean sign =
                text.indexOf('=') >= 0
                        || text.indexOf(':') >= 0
                        || text.indexOf('\'') >= 0
                        || text.indexOf('"') >= 0;
        return sign && Letters.haveAny(text, "user", "login", "account", "principal");
    }
}
