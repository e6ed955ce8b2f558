package io.hotlens.app.trace;

/// How a run ended. What it found until then is always kept.
public sealed interface Outcome {

    /// It ended by itself.
    record Completed() implements Outcome {}

    /// It hit a limit, such as "25 iterations" or "300 s".
    record Truncated(String limit) implements Outcome {}

    /// It could not go on.
    record Failed(String reason) implements Outcome {}

    /// Somebody stopped it.
    record Cancelled() implements Outcome {}

    /// `completed`, `truncated`, `failed` or `cancelled`.
    default String word() {
        return switch (this) {
            case Completed _ -> "completed";
            case Truncated _ -> "truncated";
            case Failed _ -> "failed";
            case Cancelled _ -> "cancelled";
        };
    }

    /// The limit or reason behind the word; empty when there is none.
    default String detail() {
        return switch (this) {
            case Truncated(String limit) -> limit;
            case Failed(String reason) -> reason;
            case Completed _, Cancelled _ -> "";
        };
    }
}
