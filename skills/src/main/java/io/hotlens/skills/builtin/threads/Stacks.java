package io.hotlens.skills.builtin.threads;

import io.hotlens.skills.target.ThreadDump;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Names and frames as people group them.
final class Stacks {

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    private Stacks() {}

    /// The name with its numbers taken out: `http-nio-8080-exec-3` belongs to `http-nio-*-exec-*`.
    static String group(String threadName) {
        return DIGITS.matcher(threadName).replaceAll("*");
    }

    /// The innermost frame of the application's own code.
    static Optional<ThreadDump.Frame> ownFrame(ThreadDump.Stack stack) {
        return stack.frames().stream().filter(frame -> isOwn(frame.method())).findFirst();
    }

    /// The method of [#ownFrame], else of the innermost frame, else nothing.
    static String method(ThreadDump.Stack stack) {
        return ownFrame(stack)
                .or(() -> stack.frames().stream().findFirst())
                .map(ThreadDump.Frame::method)
                .orElse("");
    }

    static boolean isOwn(String method) {
        return JDK.stream().noneMatch(method::startsWith);
    }

    /// Whether it runs tasks of an executor.
    static boolean isPoolWorker(ThreadDump.Stack stack) {
        return stack.frames().stream()
                .anyMatch(frame -> frame.method().contains("ThreadPoolExecutor$Worker.run"));
    }
}
