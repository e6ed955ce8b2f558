package io.hotlens.skills.builtin.logger;

import java.util.Optional;

/// What the first line of a record says besides its message. Reads the usual patterns of Logback,
/// Log4j 2, Spring Boot, WildFly and java.util.logging by scanning, without regular expressions.
/// Pure.
///
/// @param time the timestamp as written
record LogHeader(String time, LogLevel level, String logger, String thread, String message) {

    /// Where a level is looked for; what comes later belongs to the message.
    private static final int HEAD = 160;

    private static final int LONGEST_LEVEL = 8;
    private static final int MOST_TOKENS = 8;

    /// Reads a line; empty when it does not begin a record.
    static Optional<LogHeader> of(String line) {
        if (line.isEmpty() || !beginsLikeHeader(line)) {
            return Optional.empty();
        }
        int limit = Math.min(line.length(), HEAD);
        int at = 0;
        while (at < limit) {
            int end = wordEnd(line, at);
            Optional<LogLevel> level =
                    end - at <= LONGEST_LEVEL
                            ? LogLevel.named(line.substring(at, end))
                            : Optional.empty();
            if (level.isPresent()) {
                return Optional.of(read(line, at, end, level.get()));
            }
            at = end == at ? at + 1 : end;
        }
        return Optional.empty();
    }

    /// A timestamp or a level, perhaps in brackets.
    private static boolean beginsLikeHeader(String line) {
        int first = line.charAt(0) == '[' || line.charAt(0) == '<' ? 1 : 0;
        if (first >= line.length()) {
            return false;
        }
        char letter = line.charAt(first);
        return Character.isDigit(letter)
                || LogLevel.named(line.substring(first, wordEnd(line, first))).isPresent();
    }

    private static int wordEnd(String line, int from) {
        int end = from;
        while (end < line.length() && Character.isLetterOrDigit(line.charAt(end))) {
            end++;
        }
        return end;
    }

    private static LogHeader read(String line, int levelAt, int levelEnd, LogLevel level) {
        String before = line.substring(0, levelAt);
        int group = before.indexOf('[', 1);
        int groupEnd = before.indexOf(']', Math.max(0, group));
        String thread = group >= 0 && groupEnd > group ? before.substring(group + 1, groupEnd) : "";
        String time = stripBrackets((group > 0 ? before.substring(0, group) : before).strip());
        int rest = levelEnd;
        while (rest < line.length() && "]>: |".indexOf(line.charAt(rest)) >= 0) {
            rest++;
        }
        return new Tail(line, rest, thread).read(time, level);
    }

    private static String stripBrackets(String text) {
        String open = text.startsWith("[") ? text.substring(1) : text;
        return open.endsWith("]") || open.endsWith("[")
                ? open.substring(0, open.length() - 1).strip()
                : open;
    }

    /// Reads what follows the level: process id, thread, logger, message, in any usual order.
    private static final class Tail {
        private final String line;
        private int at;
        private String thread;
        private String logger = "";

        Tail(String line, int at, String thread) {
            this.line = line;
            this.at = at;
            this.thread = thread;
        }

        LogHeader read(String time, LogLevel level) {
            int tokens = 0;
            while (tokens++ < MOST_TOKENS && take()) {
                skipSpaces();
            }
            return new LogHeader(time, level, logger, thread, line.substring(at).strip());
        }

        private void skipSpaces() {
            while (at < line.length() && line.charAt(at) == ' ') {
                at++;
            }
        }

        /// Takes one token; false when the message begins.
        private boolean take() {
            if (at >= line.length()) {
                return false;
            }
            char first = line.charAt(at);
            if (first == '[' || first == '(') {
                return takeGroup(first == '[' ? ']' : ')');
            }
            int end = line.indexOf(' ', at);
            String token = line.substring(at, end < 0 ? line.length() : end);
            if (token.equals("-") || token.equals("--") || token.equals(":")) {
                at += token.length();
                return logger.isEmpty();
            }
            if (logger.isEmpty() && (token.equals("---") || isNumber(token))) {
                at += token.length();
                return true;
            }
            return logger.isEmpty() && takeLogger(token);
        }

        private boolean takeGroup(char close) {
            int end = line.indexOf(close, at);
            if (end < 0 || end - at > HEAD) {
                return false;
            }
            String inside = line.substring(at + 1, end).strip();
            if (logger.isEmpty() && isClass(inside)) {
                logger = inside;
            } else if (thread.isEmpty() || logger.isEmpty()) {
                thread = inside;
            } else {
                return false;
            }
            at = end + 1;
            return true;
        }

        private boolean takeLogger(String token) {
            String name = token.endsWith(":") ? token.substring(0, token.length() - 1) : token;
            int after = at + token.length();
            boolean named =
                    token.endsWith(":")
                            || line.startsWith(" - ", after)
                            || line.startsWith(" -- ", after)
                            || line.substring(after).stripLeading().startsWith(": ");
            if (!isName(name) || !(named || isClass(name))) {
                return false;
            }
            logger = name;
            at = after;
            return !token.endsWith(":");
        }

        private static boolean isNumber(String token) {
            return !token.isEmpty() && token.chars().allMatch(Character::isDigit);
        }

        private static boolean isName(String token) {
            return !token.isEmpty()
                    && Character.isJavaIdentifierStart(token.charAt(0))
                    && token.chars()
                            .allMatch(
                                    c -> Character.isJavaIdentifierPart(c) || c == '.' || c == '-');
        }

        /// A name with a package, such as `c.s.Cart`.
        private static boolean isClass(String token) {
            int dot = token.indexOf('.');
            return dot > 0
                    && dot < token.length() - 1
                    && isName(token)
                    && Character.isLetter(token.charAt(token.length() - 1));
        }
    }
}
