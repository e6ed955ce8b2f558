package io.hotlens.app.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.hotlens.app.llm.wire.Answer;
import io.hotlens.app.model.Wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A provider that takes its time for each answer and does an [Errand]. It looks in a request for
/// the few marks that it needs and reads nothing else, since a provider's work is not ours to
/// measure. Prints its port and ends with its standard input.
final class ThinkingServer {

    private static final int BACKLOG = 1024;
    private static final Pattern SKILL = Pattern.compile("(work[a-z])_threads");
    private static final Pattern SNAPSHOT =
            Pattern.compile("\\\\\"id\\\\\":\\\\\"([0-9a-f]{16})\\\\\"");
    private static final String RESULT = "\"tool_call_id\"";

    private ThinkingServer() {}

    /// @param args iterations of a run
    public static void main(String[] args) throws IOException {
        var errand = new Errand(Integer.parseInt(args[0]));
        HttpServer server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.createContext("/", exchange -> answer(exchange, errand));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        System.out.println(server.getAddress().getPort());
        System.exit(System.in.read());
    }

    /// The path begins with the ms that an answer takes.
    private static void answer(HttpExchange exchange, Errand errand) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Errand.Choice choice =
                    errand.choose(
                            first(SKILL, body),
                            results(body),
                            "{\"id\":\"%s\"}".formatted(first(SNAPSHOT, body)));
            String thinking = exchange.getRequestURI().getPath().split("/", 3)[1];
            LockSupport.parkNanos(Long.parseLong(thinking) * 1_000_000);
            Answer.call(choice.tool(), choice.arguments()).give(exchange, Wire.OPENAI);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String first(Pattern pattern, String body) {
        Matcher matcher = pattern.matcher(body);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static int results(String body) {
        int count = 0;
        for (int at = body.indexOf(RESULT); at >= 0; at = body.indexOf(RESULT, at + 1)) {
            count++;
        }
        return count;
    }
}
