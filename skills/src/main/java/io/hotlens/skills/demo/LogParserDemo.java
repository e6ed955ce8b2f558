package io.hotlens.skills.demo;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Healthy: two threads take log lines apart by a pattern all the time; each match is short.
public final class LogParserDemo {

    private static final Pattern LINE =
            Pattern.compile("^(\\S+) (\\S+) \\[([^\\]]+)] \"([A-Z]+) ([^\"]*)\" (\\d{3}) (\\d+)$");

    private LogParserDemo() {}

    public static void main(String[] args) {
        for (int i = 1; i <= 2; i++) {
            Stage.start("log-parser-" + i, LogParserDemo::parse);
        }
        Stage.playUntilInputCloses();
    }

    /// The lines are there already and the matcher is used again: what costs is the matching.
    private static void parse() {
        String[] lines = new String[1_000];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "10.0.0.1 - [24/Nov/2026] \"GET /cart/" + i + "\" 200 1234";
        }
        Matcher matcher = LINE.matcher("");
        for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
            if (matcher.reset(lines[Math.floorMod(i, lines.length)]).matches()) {
                Garbage.sink = matcher.group(5);
            }
            if (i % 2_000 == 0) {
                Stage.pauseMillis(4);
            }
        }
    }
}
