package io.hotlens.skills.builtin.events;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.target.TargetEvent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Something that took too long, or too much, at one moment.
///
/// @param amount milliseconds, or MB of a large allocation
/// @param what the collector's cause, the operation, the monitor's class, the address or the class
///   of the object
/// @param thread empty when the whole application stood still
/// @param stack innermost first
record Moment(
        Kind kind, Instant at, double amount, String what, String thread, List<String> stack) {

    /// What kinds there are, each with the least amount that counts.
    enum Kind {
        LONG_GC(200),
        SAFEPOINT(50),
        PINNED(20),
        BLOCKED(100),
        LARGE_ALLOCATION(1);

        private final double least;

        Kind(double least) {
            this.least = least;
        }

        /// The word in answers: `long_gc`.
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        double least() {
            return least;
        }
    }

    static final String SAFEPOINT_BEGIN = "jdk.SafepointBegin";
    static final String WAY_TO_STOP = "threads on their way to the stop";
    private static final String VM_OPERATION = "jdk.ExecuteVMOperation";

    private static final Map<String, Kind> KINDS =
            Map.of(
                    SAFEPOINT_BEGIN,
                    Kind.SAFEPOINT,
                    VM_OPERATION,
                    Kind.SAFEPOINT,
                    "jdk.VirtualThreadPinned",
                    Kind.PINNED,
                    "jdk.JavaMonitorEnter",
                    Kind.BLOCKED,
                    "jdk.SocketRead",
                    Kind.BLOCKED,
                    "jdk.SocketWrite",
                    Kind.BLOCKED,
                    "jdk.FileRead",
                    Kind.BLOCKED,
                    "jdk.FileWrite",
                    Kind.BLOCKED,
                    "jdk.FileForce",
                    Kind.BLOCKED,
                    "jdk.ObjectAllocationOutsideTLAB",
                    Kind.LARGE_ALLOCATION);

    private static final double MEGABYTE = 1 << 20;

    Moment {
        stack = List.copyOf(stack);
    }

    static Moment of(TargetEvent.Collection one) {
        return new Moment(
                Kind.LONG_GC,
                one.at(),
                millis(one.duration()),
                one.collector() + ", " + one.cause(),
                "",
                List.of());
    }

    /// Empty for events that are too short, and for operations that a tool such as ourselves asked
    /// for.
    static Optional<Moment> of(TargetEvent.Recorded event) {
        Kind kind = KINDS.get(event.type());
        if (kind == null || askedForByTool(event)) {
            return Optional.empty();
        }
        double amount =
                kind == Kind.LARGE_ALLOCATION
                        ? number(event, "allocationSize") / MEGABYTE
                        : millis(event.duration());
        return amount < kind.least()
                ? Optional.empty()
                : Optional.of(
                        new Moment(
                                kind,
                                event.at(),
                                amount,
                                what(event),
                                kind == Kind.SAFEPOINT ? "" : event.thread(),
                                event.stack()));
    }

    private static boolean askedForByTool(TargetEvent.Recorded event) {
        String caller =
                event.fields().get("caller") instanceof Data.Fields thread
                        ? thread.text("name").orElse("")
                        : "";
        return caller.startsWith("RMI TCP Connection") || caller.startsWith("Attach Listener");
    }

    private static String what(TargetEvent.Recorded event) {
        return switch (event.type()) {
            case SAFEPOINT_BEGIN -> WAY_TO_STOP;
            case VM_OPERATION -> text(event, "operation");
            case "jdk.VirtualThreadPinned" ->
                    (text(event, "blockingOperation") + " " + text(event, "pinnedReason")).strip();
            case "jdk.JavaMonitorEnter" -> text(event, "monitorClass");
            case "jdk.SocketRead", "jdk.SocketWrite" ->
                    "%s %s:%.0f"
                            .formatted(
                                    event.type().substring("jdk.".length()),
                                    text(event, "host").isEmpty()
                                            ? text(event, "address")
                                            : text(event, "host"),
                                    number(event, "port"));
            case "jdk.ObjectAllocationOutsideTLAB" -> text(event, "objectClass");
            default -> event.type().substring("jdk.".length()) + " " + text(event, "path");
        };
    }

    private static String text(TargetEvent.Recorded event, String field) {
        return event.fields().get(field) instanceof Data.Text(String value) ? value : "";
    }

    private static double number(TargetEvent.Recorded event, String field) {
        return event.fields().get(field) instanceof Data.Num(double value) ? value : 0;
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
