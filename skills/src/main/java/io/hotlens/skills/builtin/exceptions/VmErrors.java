package io.hotlens.skills.builtin.exceptions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Errors that the JVM throws by itself, without a constructor, so that the flight recorder does
/// not see them: read from `VM.events log=exc` and from the counts in `VM.info`. Pure.
final class VmErrors {

    private static final Pattern EVENT =
            Pattern.compile(
                    "^Event: (\\d{1,9}\\.\\d{1,6}) Thread (0x\\p{XDigit}{1,16}) Exception <a"
                            + " '([\\w/$]{1,500})'.*");
    private static final Pattern COUNT =
            Pattern.compile("^(?:OutOfMemoryError )?([A-Za-z_]{1,60})=(\\d{1,18})\\s*$");
    private static final String COUNTS = "OutOfMemory and StackOverflow Exception counts:";
    private static final Pattern THREAD =
            Pattern.compile("^\"(.{1,200})\" #?.*? tid=(0x\\p{XDigit}{1,16}) .*");

    private VmErrors() {}

    /// One entry of the JVM's log of the newest 20.
    ///
    /// @param uptimeS seconds after the target's start
    /// @param thread address of the thread, as `Thread.print` shows it as `tid`
    record Entry(double uptimeS, String thread, String type) {}

    /// The errors in the log, oldest first; exceptions that the JVM throws while it looks for
    /// classes and methods are left out.
    static List<Entry> entries(String text) {
        var found = new ArrayList<Entry>();
        text.lines()
                .map(EVENT::matcher)
                .filter(Matcher::matches)
                .map(m -> new Entry(Double.parseDouble(m.group(1)), m.group(2), type(m.group(3))))
                .filter(entry -> isFatal(entry.type()))
                .forEach(found::add);
        return found;
    }

    private static String type(String internal) {
        return internal.replace('/', '.');
    }

    /// Whether an error means that something ran out or broke, wherever it is caught.
    static boolean isFatal(String type) {
        return type.equals("java.lang.OutOfMemoryError")
                || type.equals("java.lang.StackOverflowError")
                || type.equals("java.lang.InternalError");
    }

    /// How often since the start, by `java_heap_errors`, `StackOverflowErrors` ...; empty when
    /// there was none.
    static Map<String, Long> counts(String vmInfo) {
        var counts = new LinkedHashMap<String, Long>();
        int begin = vmInfo.indexOf(COUNTS);
        if (begin >= 0) {
            vmInfo.substring(begin + COUNTS.length())
                    .stripLeading()
                    .lines()
                    .takeWhile(line -> !line.isBlank())
                    .map(COUNT::matcher)
                    .filter(Matcher::matches)
                    .forEach(m -> counts.put(m.group(1), Long.valueOf(m.group(2))));
        }
        return counts;
    }

    /// Names of threads by their address, from `Thread.print`.
    static Map<String, String> threads(String print) {
        var names = new LinkedHashMap<String, String>();
        print.lines()
                .map(THREAD::matcher)
                .filter(Matcher::matches)
                .forEach(m -> names.put(m.group(2), m.group(1)));
        return names;
    }
}
