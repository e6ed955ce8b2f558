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

    private static void parse() {
        for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
            Matcher matcher =
                    LINE.matcher("10.0.0.1 - [24/Nov/2026] \"GET /cart/" + i + "\" 200 1234");
            if (matcher.matches()) {
                Garbage.sink = matcher.group(5);
            }
            if (i % 2_000 == 0) {
                Stage.pauseMillis(4);
            }
        }
    }
}
