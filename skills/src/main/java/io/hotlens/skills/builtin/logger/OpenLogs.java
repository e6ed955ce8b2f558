package io.hotlens.skills.builtin.logger;

import io.hotlens.skills.target.ProcessReader;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which of a target's open files are logs, told by how they are open and what they are called.
/// Pure but for [ProcessReader].
final class OpenLogs {

    private static final Pattern LOG_NAME =
            Pattern.compile(
                    "(?i).*(?:\\.log|\\.out|\\.err|[-_.]log[s]?)(?:[-_.][\\w.-]{1,40})?$|.*\\.(?:txt|json|jsonl|ndjson)$");
    private static final Pattern NEVER =
            Pattern.compile(
                    "^/(?:proc|dev|sys)/.*|.*\\.(?:jar|so|jsa|jfr|lck|pid|db|mmap|hprof|class|zip)$|.*"
                        + " \\(deleted\\)$|.*hsperfdata.*");
    private static final Pattern FLAGS = Pattern.compile("(?m)^flags:\\s+([0-7]{1,12})$");
    private static final long WRITING = 3;
    private static final long APPENDING = 02000;

    private OpenLogs() {}

    /// Paths as the target sees them, without repetition: files open for writing that are called
    /// like a log or stand for standard output; failing those, any file open for appending.
    static List<String> find(ProcessReader process) {
        Map<String, Boolean> found = new LinkedHashMap<>();
        process.openFiles()
                .forEach(
                        (descriptor, path) -> {
                            if (path.startsWith("/") && !NEVER.matcher(path).matches()) {
                                long flags = flags(process, descriptor);
                                boolean named =
                                        LOG_NAME.matcher(path).matches()
                                                || descriptor == 1
                                                || descriptor == 2;
                                if ((flags & WRITING) != 0 && (named || (flags & APPENDING) != 0)) {
                                    found.merge(path, named, Boolean::logicalOr);
                                }
                            }
                        });
        boolean anyNamed = found.containsValue(true);
        return found.entrySet().stream()
                .filter(e -> e.getValue() || !anyNamed)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Where standard output goes, in words; empty when it goes to a file.
    static Optional<String> standardOutput(ProcessReader process) {
        String to = process.openFiles().getOrDefault(1, "");
        if (to.startsWith("pipe:") || to.startsWith("socket:")) {
            return Optional.of("standard output goes to another process");
        }
        if (to.startsWith("/dev/null")) {
            return Optional.of("standard output is thrown away");
        }
        return to.startsWith("/dev/")
                ? Optional.of("standard output goes to a terminal")
                : Optional.empty();
    }

    /// Whether a file of this name may be read as a log when the user names it.
    static boolean isLogName(String path) {
        String plain = path.endsWith(".gz") ? path.substring(0, path.length() - 3) : path;
        return LOG_NAME.matcher(plain).matches() && !NEVER.matcher(plain).matches();
    }

    private static long flags(ProcessReader process, int descriptor) {
        Matcher matcher = FLAGS.matcher(process.text("fdinfo/" + descriptor).orElse(""));
        return matcher.find() ? Long.parseLong(matcher.group(1), 8) : 0;
    }
}
