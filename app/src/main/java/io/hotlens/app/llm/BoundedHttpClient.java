package io.hotlens.app.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;

import io.hotlens.app.llm.ExchangeException.Trouble;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import javax.net.ssl.SSLException;

/// The one way by which bytes leave for a provider: a request and its whole answer within one
/// deadline and one size, without redirects, ended by an interrupt. What is sent is told to a
/// listener before it goes. Safe for use by several threads.
final class BoundedHttpClient implements HttpClient {

    /// Bytes of one answer.
    static final int MOST_BYTES = 8 << 20;

    /// How long a host may take to accept a connection.
    static final Duration CONNECT = Duration.ofSeconds(10);

    private static final Set<String> WITHOUT_KEY =
            Set.of("accept", "anthropic-beta", "anthropic-version", "content-type", "user-agent");

    /// One for all, since each has a thread for as long as this process holds a connection of it.
    private static final java.net.http.HttpClient HTTP =
            java.net.http.HttpClient.newBuilder()
                    .version(java.net.http.HttpClient.Version.HTTP_1_1)
                    .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT)
                    .executor(Thread.ofVirtual().name("llm-exchange")::start)
                    .build();

    private final Duration deadline;
    private final Consumer<Sent> listener;

    /// @param deadline of an exchange, from the connection to the last byte
    /// @param listener told before a request goes; when it throws, nothing goes
    BoundedHttpClient(Duration deadline, Consumer<Sent> listener) {
        this.deadline = deadline;
        this.listener = listener;
    }

    /// Hands out this client; limits set on the builder change nothing.
    HttpClientBuilder builder() {
        return new Given(this);
    }

    /// @throws ExchangeException without an answer
    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        URI url = URI.create(request.url());
        listener.accept(new Sent(url, withoutKey(request.headers()), request.body()));
        CompletableFuture<HttpResponse<byte[]>> answer =
                HTTP.sendAsync(outgoing(url, request), _ -> new BoundedBody(MOST_BYTES));
        try {
            return accepted(answer.get(deadline.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new ExchangeException.Stopped();
        } catch (TimeoutException _) {
            throw new ExchangeException.TimedOut();
        } catch (ExecutionException e) {
            throw failure(e);
        } finally {
            answer.cancel(true);
        }
    }

    @Override
    public void execute(
            HttpRequest request, ServerSentEventParser parser, ServerSentEventListener events) {
        throw new UnsupportedOperationException("answers are not streamed");
    }

    private static java.net.http.HttpRequest outgoing(URI url, HttpRequest request) {
        var outgoing =
                java.net.http.HttpRequest.newBuilder(url)
                        .method(
                                request.method().name(),
                                BodyPublishers.ofString(request.body(), StandardCharsets.UTF_8));
        request.headers()
                .forEach((name, values) -> values.forEach(value -> outgoing.header(name, value)));
        return outgoing.build();
    }

    private static Map<String, String> withoutKey(Map<String, List<String>> headers) {
        var kept = new TreeMap<String, String>();
        headers.forEach(
                (name, values) -> {
                    if (WITHOUT_KEY.contains(name.toLowerCase(Locale.ROOT))) {
                        kept.put(name, String.join(", ", values));
                    }
                });
        return kept;
    }

    private static SuccessfulHttpResponse accepted(HttpResponse<byte[]> response) {
        String body = new String(response.body(), StandardCharsets.UTF_8);
        int status = response.statusCode();
        if (status < 200 || status > 299) {
            throw new ExchangeException.Refused(
                    status,
                    body,
                    RetryAfter.of(response.headers(), body, InstantSource.system().instant()),
                    response.headers().firstValue("location"));
        }
        return SuccessfulHttpResponse.builder()
                .statusCode(status)
                .headers(response.headers().map())
                .body(body)
                .build();
    }

    private static ExchangeException failure(Throwable thrown) {
        Trouble trouble = Trouble.BROKEN;
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            switch (t) {
                case ExchangeException known -> {
                    return known;
                }
                case UnresolvedAddressException _, UnknownHostException _ ->
                        trouble = Trouble.UNKNOWN_HOST;
                case ConnectException _ -> trouble = Trouble.NOBODY_LISTENS;
                case HttpConnectTimeoutException _ -> {
                    return new ExchangeException.Disconnected(Trouble.SILENT_HOST);
                }
                case SSLException _ -> trouble = Trouble.NOT_TRUSTED;
                default -> {}
            }
        }
        return new ExchangeException.Disconnected(trouble);
    }

    /// Builds a client that exists already.
    private record Given(BoundedHttpClient client) implements HttpClientBuilder {

        @Override
        public Duration connectTimeout() {
            return client.deadline;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration ignored) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return client.deadline;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration ignored) {
            return this;
        }

        @Override
        public HttpClient build() {
            return client;
        }
    }
}
