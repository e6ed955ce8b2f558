package io.hotlens.app.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hotlens.app.fixture.Eventually;
import io.hotlens.app.llm.wire.Answer;
import io.hotlens.app.llm.wire.WireServer;
import io.hotlens.app.model.ModelOptions;
import io.hotlens.app.model.ModelSpec;
import io.hotlens.app.model.Provider;
import io.hotlens.app.model.Wire;
import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Servers that do not answer, or not as they should; each call ends in time, with one request.
class HostileProviderTest {

    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration SOON = Duration.ofSeconds(20);

    private static void endsWith(
            Class<? extends LlmException> kind, String words, WireServer server, ModelSpec spec) {
        var failure = assertTimeout(SOON, () -> Talk.failure(kind, spec));
        assertTrue(Talk.sentence(failure).contains(words), () -> Talk.sentence(failure));
        assertEquals(1, server.asked().size());
    }

    @ParameterizedTest
    @EnumSource
    void silenceEndsAtTheDeadline(Wire wire) {
        try (var server = new WireServer(wire, Answer.silence(new CountDownLatch(1)))) {
            endsWith(
                    LlmException.Retriable.class,
                    "did not answer within 400 ms",
                    server,
                    server.spec(Talk.within(SHORT)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void endlessAnswerEndsAtTheDeadline(Wire wire) throws InterruptedException {
        var left = new CountDownLatch(1);
        try (var server = new WireServer(wire, Answer.endless(left))) {
            endsWith(
                    LlmException.Retriable.class,
                    "did not answer within 400 ms",
                    server,
                    server.spec(Talk.within(SHORT)));
            assertTrue(left.await(5, TimeUnit.SECONDS), "the connection is still open");
        }
    }

    @ParameterizedTest
    @EnumSource
    void hugeAnswerIsNotRead(Wire wire) {
        try (var server = new WireServer(wire, Answer.huge(50_000_000))) {
            endsWith(
                    LlmException.Fatal.class,
                    "answered with more than 8 MB",
                    server,
                    server.spec());
        }
    }

    @ParameterizedTest
    @EnumSource
    void halfAnAnswerMayBeWholeNextTime(Wire wire) {
        try (var server = new WireServer(wire, Answer.half("done"))) {
            endsWith(
                    LlmException.Retriable.class,
                    "sent an answer that cannot be read",
                    server,
                    server.spec());
        }
    }

    @ParameterizedTest
    @EnumSource
    void emptyAnswerMayBeFullNextTime(Wire wire) {
        try (var server = new WireServer(wire, Answer.text(""))) {
            endsWith(LlmException.Retriable.class, "gave an empty answer", server, server.spec());
        }
    }

    @ParameterizedTest
    @EnumSource
    void jsonOfAnotherKindCannotBeRead(Wire wire) {
        for (String body : List.of("{}", "[]", "null", "7", "", "<html>", "{\"error\":\"x\"}")) {
            try (var server = new WireServer(wire, Answer.raw(body))) {
                var failure = Talk.failure(LlmException.class, server.spec());
                assertEquals(1, server.asked().size());
                assertTrue(Talk.sentence(failure).contains("answer"), () -> Talk.sentence(failure));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void troubleIsNotRetriedInSecret(Wire wire) {
        for (int status : new int[] {500, 503, 529}) {
            try (var server = new WireServer(wire, Answer.status(status, Map.of(), ""))) {
                endsWith(
                        LlmException.Retriable.class,
                        "is in trouble or overloaded (" + status + "); wait a little",
                        server,
                        server.spec());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void keyDoesNotFollowARedirect(Wire wire) {
        try (var other = new WireServer(wire, Answer.call("done", Data.fields().build()));
                var server =
                        new WireServer(
                                wire,
                                Answer.status(
                                        307, Map.of("Location", other.baseUrl().toString()), ""))) {
            endsWith(
                    LlmException.Fatal.class,
                    "points to " + other.baseUrl() + " (307)",
                    server,
                    server.spec());
            assertEquals(List.of(), other.asked());
        }
    }

    @Test
    void nobodyListens() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var spec =
                new ModelSpec(
                        Provider.OLLAMA,
                        "llama",
                        URI.create("http://127.0.0.1:" + port),
                        ModelOptions.DEFAULT);
        assertEquals(
                "nobody listens at 127.0.0.1:%d, where ollama:llama should be; start the server or correct the base URL"
                        .formatted(port),
                Talk.failure(LlmException.Retriable.class, spec).getMessage());
    }

    @Test
    void hostThatCannotExistIsUnknown() {
        String host = "a".repeat(64) + ".invalid";
        var spec =
                new ModelSpec(
                        Provider.OLLAMA,
                        "llama",
                        URI.create("http://" + host),
                        ModelOptions.DEFAULT);
        assertEquals(
                "there is no host %s, where ollama:llama should be; check the base URL and the network"
                        .formatted(host),
                Talk.failure(LlmException.Fatal.class, spec).getMessage());
    }

    @Test
    void hostThatSpeaksNoTlsIsNotTrusted() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerPlainly(server));
            URI url = URI.create("https://127.0.0.1:" + server.getLocalPort() + "/v1");
            var spec = new ModelSpec(Provider.OPENAI, "m", url, ModelOptions.DEFAULT);
            var failure = Talk.failure(LlmException.Fatal.class, spec);
            assertTrue(Talk.sentence(failure).contains("no TLS that is trusted"));
        }
    }

    private static void answerPlainly(ServerSocket server) {
        try (Socket peer = server.accept()) {
            peer.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
            peer.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void interruptEndsACallAtOnce(Wire wire) throws Exception {
        var asked = new CountDownLatch(1);
        try (var server = new WireServer(wire, Answer.silence(asked))) {
            var ended = new CompletableFuture<Boolean>();
            var at = new AtomicLong();
            Thread caller =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            Talk.ask(server.spec());
                                            ended.complete(false);
                                        } catch (InterruptedException _) {
                                            at.set(System.nanoTime());
                                            ended.complete(true);
                                        }
                                    });
            assertTrue(asked.await(10, TimeUnit.SECONDS));
            long interrupted = System.nanoTime();
            caller.interrupt();
            assertTrue(ended.get(10, TimeUnit.SECONDS));
            assertTrue(at.get() - interrupted < 1_000_000_000, "it took more than a second");
        }
    }

    @Test
    void interruptClosesTheConnection() throws Exception {
        var left = new CountDownLatch(1);
        try (var server = new WireServer(Wire.OPENAI, Answer.endless(left))) {
            Thread caller =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            Talk.ask(server.spec());
                                        } catch (InterruptedException _) {
                                            Thread.currentThread().interrupt();
                                        }
                                    });
            Eventually.holds(() -> !server.asked().isEmpty());
            assertFalse(left.await(50, TimeUnit.MILLISECONDS));
            caller.interrupt();
            assertTrue(left.await(5, TimeUnit.SECONDS), "the connection is still open");
            caller.join();
        }
    }

    @Test
    void interruptBeforeACallSendsNothingMore() {
        try (var server = new WireServer(Wire.OPENAI, Answer.text("hello"))) {
            Thread.currentThread().interrupt();
            assertThrows(InterruptedException.class, () -> Talk.ask(server.spec()));
            assertFalse(Thread.interrupted());
        }
    }
}
