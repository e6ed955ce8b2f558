package io.hotlens.skills.builtin.ports;

import io.hotlens.skills.builtin.Frames;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.target.TargetEvent.Recorded;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// One read, write or force that took longer than the threshold.
///
/// @param name path of the file, or `host:port` of the peer
/// @param waiting whether it waits for somebody to begin, as who listens for messages does, and not
///   for an answer
record Operation(
        Instant at,
        Kind kind,
        String name,
        double ms,
        double bytes,
        String thread,
        String site,
        boolean waiting,
        List<String> stack) {

    static final long THRESHOLD_MS = 20;

    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    /// How people name what waits for others to speak first.
    private static final Pattern LISTENING =
            Pattern.compile(
                    "listen|poll|receiv|consum|subscri|watch|await|notif|accept|dispatch|push",
                    Pattern.CASE_INSENSITIVE);

    /// What is done, to what; `type` is the flight recorder's name for it.
    enum Kind {
        SOCKET_READ("jdk.SocketRead", "bytesRead"),
        SOCKET_WRITE("jdk.SocketWrite", "bytesWritten"),
        FILE_READ("jdk.FileRead", "bytesRead"),
        FILE_WRITE("jdk.FileWrite", "bytesWritten"),
        FILE_FORCE("jdk.FileForce", "");

        final String type;
        final String bytes;

        Kind(String type, String bytes) {
            this.type = type;
            this.bytes = bytes;
        }

        boolean isSocket() {
            return this == SOCKET_READ || this == SOCKET_WRITE;
        }

        boolean isInput() {
            return this == SOCKET_READ || this == FILE_READ;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Operation {
        stack = List.copyOf(stack);
    }

    static Operation of(Kind kind, Recorded event) {
        String site = site(event.stack());
        return new Operation(
                event.at(),
                kind,
                kind.isSocket() ? peer(event.fields()) : text(event.fields(), "path"),
                event.duration().toNanos() / 1e6,
                number(event.fields(), kind.bytes),
                event.thread(),
                site,
                kind == Kind.SOCKET_READ && listens(site),
                event.stack());
    }

    /// The innermost frame of the application, else the innermost one.
    private static String site(List<String> stack) {
        return stack.stream()
                .filter(frame -> JDK.stream().noneMatch(frame::startsWith))
                .findFirst()
                .or(() -> stack.stream().findFirst())
                .orElse("");
    }

    private static boolean listens(String site) {
        String method = Frames.method(site);
        int name = method.lastIndexOf('.');
        int type = method.lastIndexOf('.', name - 1);
        return LISTENING.matcher(method.substring(type + 1)).find();
    }

    private static String peer(Map<String, Data> fields) {
        String host = text(fields, "host");
        String named = host.isEmpty() ? text(fields, "address") : host;
        return named + ":" + (int) number(fields, "port");
    }

    int port() {
        return Integer.parseInt(name.substring(name.lastIndexOf(':') + 1));
    }

    private static String text(Map<String, Data> fields, String name) {
        return fields.get(name) instanceof Data.Text(String value) ? value : "";
    }

    private static double number(Map<String, Data> fields, String name) {
        return Optional.ofNullable(fields.get(name)).orElse(Data.NOTHING)
                        instanceof Data.Num(double value)
                ? value
                : 0;
    }
}
