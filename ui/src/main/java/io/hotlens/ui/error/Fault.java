package io.hotlens.ui.error;

import io.hotlens.app.access.Redactor;
import io.hotlens.ui.text.Messages;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// A mistake of ours that nothing has caught.
///
/// @param code four hex digits, equal for equal faults
/// @param what the kind of exception and the place in our code, for people
/// @param report for whoever mends it; secrets were taken out of it
/// @param count how often it has happened
public record Fault(String code, String what, String report, long count) {

    private static final String OURS = "io.hotlens.";

    static Fault of(Throwable cause, Instant at) {
        String code = code(cause);
        String report =
                "Hotlens, fault %s, %s%nJava %s, JavaFX %s, %s %s%n%n%s"
                        .formatted(
                                code,
                                at,
                                System.getProperty("java.version"),
                                System.getProperty("javafx.version", "?"),
                                System.getProperty("os.name"),
                                System.getProperty("os.arch"),
                                trace(cause));
        return new Fault(code, what(cause), Redactor.usual().redact(report), 0);
    }

    Fault counted(long times) {
        return new Fault(code, what, report, times);
    }

    private static String what(Throwable cause) {
        String kind = cause.getClass().getSimpleName();
        return place(cause).map(at -> Messages.text("error.what_at", kind, at)).orElse(kind);
    }

    private static Optional<String> place(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .map(
                        frame ->
                                frame.getClassName()
                                                .substring(
                                                        frame.getClassName().lastIndexOf('.') + 1)
                                        + "."
                                        + frame.getMethodName())
                .findFirst();
    }

    /// Over the type and the frames of our own code.
    static String code(Throwable cause) {
        int hash = cause.getClass().getName().hashCode();
        for (StackTraceElement frame : cause.getStackTrace()) {
            if (frame.getClassName().startsWith(OURS)) {
                hash = 31 * hash + (frame.getClassName() + frame.getMethodName()).hashCode();
            }
        }
        return "%04X".formatted(hash & 0xffff);
    }

    static String trace(Throwable cause) {
        var trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }
}
