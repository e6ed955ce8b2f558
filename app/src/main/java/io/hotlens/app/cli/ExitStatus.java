package io.hotlens.app.cli;

import io.hotlens.app.insight.Insight;
import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.Severity;
import io.hotlens.app.trace.Outcome;

import java.util.stream.Stream;

/// What the process ends with, so that scripts can tell.
public final class ExitStatus {

    public static final int NOTHING_WRONG = 0;
    public static final int WARNING = 1;
    public static final int CRITICAL = 2;
    public static final int INCOMPLETE = 3;
    public static final int USAGE = 64;
    public static final int UNREACHABLE = 69;
    public static final int OUR_FAULT = 70;

    private ExitStatus() {}

    /// By the worst finding; [#INCOMPLETE] when the run did not come to its own end.
    static int of(Investigation investigation) {
        if (!(investigation.outcome() instanceof Outcome.Completed)) {
            return INCOMPLETE;
        }
        return of(
                Stream.concat(
                                investigation.insights().stream().map(Insight::severity),
                                investigation.notifications().stream().map(Notification::severity))
                        .max(Severity::compareTo)
                        .orElse(Severity.INFO));
    }

    static int of(Severity worst) {
        return switch (worst) {
            case INFO -> NOTHING_WRONG;
            case WARNING -> WARNING;
            case CRITICAL -> CRITICAL;
        };
    }
}
