package io.hotlens.app.llm.egress;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Knows by its shape what in a text may not leave: messages of exceptions, SQL, values of options,
/// URLs and paths. Each rule reads the text once.
final class Rules {

    private static final int QUOTED_LEAST = 8;

    /// What the JVM itself says, the same everywhere.
    private static final Set<String> OF_THE_JVM =
            Set.of(
                    "Java heap space",
                    "Metaspace",
                    "Compressed class space",
                    "GC overhead limit exceeded",
                    "Direct buffer memory",
                    "Requested array size exceeds VM limit",
                    "unable to create native thread: possibly out of memory or process/resource"
                            + " limits reached");

    private static final Set<String> PUBLIC_FILES =
            Set.of("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom");
    private static final Set<String> TOP_FOLDERS =
            Set.of("/tmp", "/etc", "/var", "/srv", "/opt", "/usr", "/app", "/mnt", "/run", "/home");
    private static final int PATH_LEAST = 6;
    private static final Pattern MEASURE =
            Pattern.compile("-?[0-9]{1,15}(?:\\.[0-9]{1,9})?(?:[kKmMgGtT]|ms|s|%)?|true|false");

    private static final Pattern WORD_OF_THE_JVM = Pattern.compile("[A-Za-z]{1,20}");

    private Rules() {}

    static List<Span> mails(String text) {
        return spans(Shape.MAIL, text, m -> whole(m, StandIn.MAIL));
    }

    /// What stands behind the name of an exception, up to the end of the line.
    static List<Span> exceptionMessages(String text) {
        if (!Shape.EXCEPTION.may(text)) {
            return List.of();
        }
        var found = new ArrayList<Span>();
        Matcher matcher = Shape.EXCEPTION.matcher(text);
        int from = 0;
        while (from <= text.length() && matcher.find(from)) {
            from = matcher.end();
            int newLine = text.indexOf('\n', from);
            int end = newLine < 0 ? text.length() : newLine;
            if (end > from + 2 && !isOfTheJvm(text.substring(from + 2, end))) {
                found.add(new Span(from + 2, end, StandIn.LOG_TEXT));
            }
            from = end;
        }
        return found;
    }

    static boolean isOfTheJvm(String message) {
        return OF_THE_JVM.contains(message.strip());
    }

    /// Sentences in double quotes: an observation quotes records of a log so.
    static List<Span> quoted(String text) {
        return spans(
                Shape.QUOTED,
                text,
                m ->
                        m.group(1).length() >= QUOTED_LEAST && m.group(1).strip().indexOf(' ') > 0
                                ? group(m, StandIn.LOG_TEXT)
                                : Stream.empty());
    }

    /// A statement, up to the quote that ends it or the end of the text.
    static List<Span> sql(String text) {
        if (!Shape.SQL.may(text)) {
            return List.of();
        }
        Matcher matcher = Shape.SQL.matcher(text);
        var found = new ArrayList<Span>();
        int from = 0;
        while (from < text.length() && matcher.find(from)) {
            int start = matcher.start();
            char before = start == 0 ? ' ' : text.charAt(start - 1);
            int quote =
                    switch (before) {
                        case '"' -> text.indexOf('"', matcher.end());
                        case '\'' -> text.lastIndexOf('\'');
                        default -> -1;
                    };
            int end = quote >= matcher.end() ? quote : text.length();
            found.add(new Span(start, end, StandIn.SQL));
            from = end;
        }
        return found;
    }

    /// Values in `-Dname=value`, `-XX:Name=value` and `NAME=value`.
    static List<Span> options(String text) {
        return spans(
                Shape.OPTION,
                text,
                m ->
                        trimmed(text, m.start(2), m.end(2), StandIn.PROPERTY)
                                .filter(
                                        s ->
                                                !isOpenValue(
                                                        m.group(1),
                                                        text.substring(s.start(), s.end()))));
    }

    /// Whether a text is a number, with or without a unit, or a truth value.
    static boolean isMeasure(String text) {
        return MEASURE.matcher(text).matches();
    }

    /// Whether the value of an option may be seen: a number, or a word of the JVM.
    static boolean isOpenValue(String option, String value) {
        return isMeasure(value)
                || (option.startsWith("-XX:") && WORD_OF_THE_JVM.matcher(value).matches());
    }

    static List<Span> users(String text) {
        return spans(
                Shape.USER,
                text,
                m -> Words.isPublicName(m.group(1)) ? Stream.empty() : group(m, StandIn.USER));
    }

    static List<Span> jdbcUrls(String text) {
        return spans(Shape.JDBC, text, m -> trimmed(text, m.start(1), m.end(1), StandIn.URL));
    }

    /// URLs but for their scheme; those of files count as paths.
    static List<Span> urls(String text) {
        return spans(
                Shape.URL,
                text,
                m ->
                        trimmed(
                                text,
                                m.start(2),
                                m.end(2),
                                m.group(1).endsWith("file") ? StandIn.PATH : StandIn.URL));
    }

    static List<Span> paths(String text) {
        return spans(
                Shape.PATH,
                text,
                m ->
                        trimmed(text, m.start(), m.end(), StandIn.PATH)
                                .filter(s -> isPath(text.substring(s.start(), s.end()))));
    }

    private static boolean isPath(String text) {
        int second = text.indexOf('/', text.indexOf('/') + 1);
        boolean nested = second > 0 || text.indexOf('\\') >= 0;
        return (nested || text.length() >= PATH_LEAST || TOP_FOLDERS.contains(text))
                && text.length() > 2
                && !PUBLIC_FILES.contains(text)
                && !text.startsWith("/proc/PID");
    }

    static List<Span> addresses(String text) {
        return spans(
                Shape.IPV6,
                text,
                m -> {
                    String address = m.group();
                    boolean shortened = address.contains("::");
                    boolean full = address.chars().filter(c -> c == ':').count() == 7;
                    boolean digits = address.chars().anyMatch(c -> c >= '0' && c <= '9');
                    boolean own = address.equals("::1") || address.equals("::");
                    return (shortened || full) && digits && !own
                            ? whole(m, StandIn.IP)
                            : Stream.empty();
                });
    }

    private static Stream<Span> whole(MatchResult match, StandIn kind) {
        return Stream.of(new Span(match.start(), match.end(), kind));
    }

    private static Stream<Span> group(MatchResult match, StandIn kind) {
        return Stream.of(new Span(match.start(1), match.end(1), kind));
    }

    /// Without the full stop that ends a sentence.
    private static Stream<Span> trimmed(String text, int start, int end, StandIn kind) {
        int last = end;
        while (last > start && ".,:;!?)".indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        return last > start ? Stream.of(new Span(start, last, kind)) : Stream.empty();
    }

    private static List<Span> spans(
            Shape shape, String text, Function<MatchResult, Stream<Span>> make) {
        return shape.may(text) ? shape.matcher(text).results().flatMap(make).toList() : List.of();
    }
}
