package io.hotlens.app.llm.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.hotlens.app.model.ModelOptions;
import io.hotlens.app.model.ModelSpec;
import io.hotlens.app.model.Provider;
import io.hotlens.app.model.Wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// A provider on the loopback, whose model is a function from what was asked to an answer. Requests
/// are answered on threads of their own, so the function may be called by several at a time.
public final class WireServer implements AutoCloseable {

    /// Tokens of each good answer.
    public static final int INPUT_TOKENS = WireWriter.INPUT_TOKENS;

    public static final int OUTPUT_TOKENS = WireWriter.OUTPUT_TOKENS;

    /// Connections that may come in at one time.
    private static final int BACKLOG = 1024;

    private final Wire wire;
    private final Function<Asked, Answer> model;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    /// Input tokens that its answers say were read before; the others do not tell.
    public static long cachedTokens(Wire wire) {
        return switch (wire) {
            case ANTHROPIC, OPENAI -> 60;
            case GEMINI, OLLAMA -> 0;
        };
    }

    public WireServer(Wire wire, Function<Asked, Answer> model) {
        this.wire = wire;
        this.model = model;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(executor);
        server.start();
    }

    /// Gives the same answer to all.
    public WireServer(Wire wire, Answer answer) {
        this(wire, _ -> answer);
    }

    /// A model `m` of this server, asked with the usual options.
    public ModelSpec spec() {
        return spec(ModelOptions.DEFAULT);
    }

    public ModelSpec spec(ModelOptions options) {
        return new ModelSpec(Provider.valueOf(wire.name()), "m", baseUrl(), options);
    }

    /// As a [ModelSpec] takes it.
    public URI baseUrl() {
        String path =
                switch (wire) {
                    case ANTHROPIC, OPENAI -> "/v1";
                    case GEMINI, OLLAMA -> "";
                };
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /// What was asked until now, oldest first.
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = new HashMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach(
                            (name, values) ->
                                    headers.put(
                                            name.toLowerCase(Locale.ROOT),
                                            String.join(", ", values)));
            Asked now = WireReader.read(wire, exchange.getRequestURI().toString(), headers, body);
            asked.add(now);
            model.apply(now).give(exchange, wire);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
        server.stop(0);
    }
}
