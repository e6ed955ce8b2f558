package io.hotlens.skills.builtin.database;

import io.hotlens.skills.builtin.Frames;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.target.TargetEvent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One wait for the database's answer: a socket read on the way through a JDBC driver, on behalf of
/// the application.
///
/// @param at when the wait began
/// @param thread name of the thread that waited
/// @param place the innermost frame of the application's own code
/// @param callers methods of the application's own code, innermost first
/// @param server `host:port`
/// @param test whether a pool asked it, to test a connection before handing it out
record Query(
        Instant at,
        double millis,
        String thread,
        String place,
        List<String> callers,
        String server,
        boolean test) {

    /// Waits that are meant to be long.
    private static final List<String> LISTENING =
            List.of("getNotifications", "processNotifies", "readPending", "receiveCopy");

    Query {
        callers = List.copyOf(callers);
    }

    /// Empty when the event is no answer of a database.
    static Optional<Query> of(TargetEvent.Recorded read) {
        List<String> stack = read.stack();
        if (!Frames.inDriver(stack) || isListening(stack)) {
            return Optional.empty();
        }
        List<String> own = stack.stream().filter(Frames::isOwn).toList();
        return Optional.of(
                new Query(
                        read.at(),
                        read.duration().toNanos() / 1e6,
                        read.thread(),
                        own.getFirst(),
                        own.stream().map(Frames::method).distinct().toList(),
                        server(read),
                        Frames.inPool(stack)));
    }

    /// Whether the stack waits for news, as listeners and replication do, not for an answer.
    static boolean isListening(List<String> stack) {
        return stack.stream()
                .filter(Frames::isDriver)
                .anyMatch(frame -> LISTENING.stream().anyMatch(frame::contains));
    }

    private static String server(TargetEvent.Recorded read) {
        String host = text(read, "host");
        String name = host.isEmpty() ? text(read, "address") : host;
        return read.fields().getOrDefault("port", Data.NOTHING) instanceof Data.Num(double port)
                ? name + ":" + Math.round(port)
                : name;
    }

    private static String text(TargetEvent.Recorded read, String field) {
        return read.fields().getOrDefault(field, Data.NOTHING) instanceof Data.Text(String value)
                ? value
                : "";
    }
}
