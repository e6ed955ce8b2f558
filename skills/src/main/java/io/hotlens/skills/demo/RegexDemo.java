package io.hotlens.skills.demo;

import java.util.regex.Pattern;

/// One thread checks a line against a pattern with six greedy parts; the line has two hundred
/// commas and not the end that the pattern wants, so that every way to divide it is tried.
public final class RegexDemo {

    private static final Pattern RECORD = Pattern.compile("^(.*),(.*),(.*),(.*),(.*),(.*),(.*);$");

    private RegexDemo() {}

    public static void main(String[] args) {
        String line = "x,".repeat(200);
        Stage.start("import-validator", () -> Garbage.sink = isRecord(line));
        Stage.playUntilInputCloses();
    }

    private static boolean isRecord(String line) {
        return RECORD.matcher(line).matches();
    }
}
