package io.hotlens.skills.builtin.exceptions;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.target.TargetEvent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One throwable that was seen being created.
///
/// @param id by which its stack is asked for: `x17`
/// @param message empty when it has none
/// @param stack innermost first, without the constructors of the throwable; empty for errors that
///   the JVM itself throws
record Thrown(
        String id,
        Instant at,
        Kind kind,
        String type,
        String message,
        String thread,
        List<String> stack) {

    /// What the flight recorder calls the two.
    enum Kind {
        EXCEPTION,
        ERROR
    }

    private static final String ERRORS = "jdk.JavaErrorThrow";
    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    Thrown {
        stack = List.copyOf(stack);
    }

    /// Reads a `jdk.JavaExceptionThrow` or `jdk.JavaErrorThrow`; empty for those that a JMX client
    /// causes, such as ourselves.
    static Optional<Thrown> of(String id, TargetEvent.Recorded event) {
        boolean ours =
                event.stack().stream()
                        .anyMatch(frame -> frame.startsWith("javax.management.remote.rmi."));
        return ours
                ? Optional.empty()
                : Optional.of(
                        new Thrown(
                                id,
                                event.at(),
                                event.type().equals(ERRORS) ? Kind.ERROR : Kind.EXCEPTION,
                                text(event, "thrownClass"),
                                text(event, "message"),
                                event.thread(),
                                event.stack().stream().dropWhile(Thrown::constructs).toList()));
    }

    private static String text(TargetEvent.Recorded event, String field) {
        return event.fields().get(field) instanceof Data.Text(String value) ? value : "";
    }

    private static boolean constructs(String frame) {
        return frame.replaceAll(":\\d+$", "").endsWith(".<init>")
                || frame.startsWith("java.lang.Throwable.");
    }

    /// Where it was thrown: the innermost frame of the application's own code, else the innermost
    /// one; empty when no stack is known.
    String site() {
        return stack.stream()
                .filter(frame -> JDK.stream().noneMatch(frame::startsWith))
                .findFirst()
                .orElse(stack.isEmpty() ? "" : stack.getFirst());
    }
}
