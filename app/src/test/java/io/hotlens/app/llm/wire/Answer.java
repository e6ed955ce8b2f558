package io.hotlens.app.llm.wire;

import com.sun.net.httpserver.HttpExchange;

import io.hotlens.app.llm.ToolCall;
import io.hotlens.app.model.Wire;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/// What a server does with a request: a good answer, or one of the bad ones that there are.
@FunctionalInterface
public interface Answer {

    void give(HttpExchange exchange, Wire wire) throws IOException, InterruptedException;

    /// One tool call; its id where the protocol has ids is `id-1`.
    static Answer call(String tool, Data arguments) {
        return calls("", List.of(new ToolCall("id-1", tool, Json.write(arguments))));
    }

    /// Tool calls beside a text.
    static Answer calls(String text, List<ToolCall> calls) {
        return (exchange, wire) -> send(exchange, 200, WireWriter.answer(wire, text, calls));
    }

    static Answer text(String text) {
        return calls(text, List.of());
    }

    /// A body as it is, with status 200.
    static Answer raw(String body) {
        return status(200, Map.of(), body);
    }

    static Answer status(int status, Map<String, String> headers, String body) {
        return (exchange, _) -> {
            headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            send(exchange, status, body);
        };
    }

    /// The beginning of a good answer, then the end of the connection.
    static Answer half(String tool) {
        return (exchange, wire) -> {
            String whole = WireWriter.answer(wire, "", List.of(new ToolCall("id-1", tool, "{}")));
            send(exchange, 200, whole.substring(0, whole.length() / 2));
        };
    }

    /// Not a byte until the server closes.
    ///
    /// @param asked counted down when the request is there
    static Answer silence(CountDownLatch asked) {
        return (_, _) -> {
            asked.countDown();
            new CountDownLatch(1).await();
        };
    }

    /// A byte now and then, for ever.
    ///
    /// @param left counted down when the client has left
    static Answer endless(CountDownLatch left) {
        return (exchange, _) -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (!Thread.currentThread().isInterrupted()) {
                    out.write(' ');
                    out.flush();
                    LockSupport.parkNanos(2_000_000);
                }
            } catch (IOException _) {
                left.countDown();
            }
        };
    }

    /// So many bytes.
    static Answer huge(long bytes) {
        return (exchange, _) -> {
            byte[] part = new byte[1 << 16];
            Arrays.fill(part, (byte) ' ');
            exchange.sendResponseHeaders(200, bytes);
            try (OutputStream out = exchange.getResponseBody()) {
                for (long left = bytes; left > 0; left -= part.length) {
                    out.write(part, 0, (int) Math.min(left, part.length));
                }
            }
        };
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("content-type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
