package io.hotlens.app.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.model.output.FinishReason;

import io.hotlens.app.llm.wire.Answer;
import io.hotlens.app.llm.wire.WireServer;
import io.hotlens.app.model.ModelOptions;
import io.hotlens.app.model.ModelSpec;
import io.hotlens.app.model.Provider;
import io.hotlens.app.model.Wire;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

class ProviderFailureTest {

    private static final ModelSpec SPEC =
            new ModelSpec(
                    Provider.OPENAI,
                    "gpt",
                    URI.create("https://api.example.com/v1"),
                    ModelOptions.DEFAULT);
    private static final ProviderFailure FAILURE = new ProviderFailure(SPEC, Optional.of(Talk.KEY));

    private static LlmException refused(int status, String body) {
        return FAILURE.of(
                new ExchangeException.Refused(status, body, Optional.empty(), Optional.empty()));
    }

    private static String error(String message) {
        return "{\"error\": {\"message\": \"" + message + "\"}}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    400 | bad tool    | openai:gpt at api.example.com refused the request (400): bad tool
                    401 | sk-...      | openai:gpt at api.example.com refused the key (401); check OPENAI_API_KEY
                    402 | pay         | the account for openai:gpt at api.example.com has nothing left to spend: pay; check its plan and billing
                    403 | no access   | openai:gpt at api.example.com refused the key or the model for it (403): no access; check OPENAI_API_KEY
                    404 | none        | api.example.com has no model 'gpt', or the base URL is wrong (404): none; check both
                    413 | big         | the conversation is longer than openai:gpt at api.example.com takes: big; choose a model that reads more
                    422 | extra       | openai:gpt at api.example.com refused the request (422): extra
                    302 | moved       | openai:gpt at api.example.com points to another address (302), which is not followed since the key would go there; correct the base URL
                    """)
    void whatHelpsNobodyIsFatal(int status, String reason, String sentence) {
        LlmException failure = refused(status, error(reason));
        assertInstanceOf(LlmException.Fatal.class, failure);
        assertEquals(sentence, Talk.sentence(failure));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 429, 500, 502, 503, 504, 529})
    void whatMayPassIsRetriable(int status) {
        LlmException failure = refused(status, error("busy"));
        assertInstanceOf(LlmException.Retriable.class, failure);
        assertTrue(
                Talk.sentence(failure).contains("(" + status + "): busy;"),
                () -> Talk.sentence(failure));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This model's maximum context length is 8192 tokens",
                "prompt is too long: 210000 tokens > 200000 maximum",
                "The input token count (1200000) exceeds the maximum number of tokens allowed",
                "the request exceeds the available context size, try increasing it"
            })
    void conversationThatIsTooLongIsSaid(String reason) {
        LlmException failure = refused(400, error(reason));
        assertInstanceOf(LlmException.Fatal.class, failure);
        assertTrue(Talk.sentence(failure).startsWith("the conversation is longer"));
    }

    @Test
    void emptyAccountIsFatalAlthoughItLooksLikeALimit() {
        LlmException failure =
                refused(429, "{\"error\":{\"message\":\"x\",\"code\":\"insufficient_quota\"}}");
        assertInstanceOf(LlmException.Fatal.class, failure);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"error":"model does not support tools"}  | model does not support tools
                    {"message":"extra field"}                 | extra field
                    [{"error":{"message":"in a list"}}]       | in a list
                    {"detail":[{"msg":"x"}],"message":"both"} | both
                    plain words                               | plain words
                    """)
    void reasonIsFoundWhereverItStands(String body, String reason) {
        assertEquals(Optional.of(reason), ProviderReason.of(body, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><body>502</body></html>", "{}", "{\"error\":null}"})
    void noReasonIsNoReason(String body) {
        assertEquals(Optional.empty(), ProviderReason.of(body, Optional.empty()));
    }

    @Test
    void reasonIsOneShortLine() {
        String reason =
                ProviderReason.of("a\nb\u001b[0m " + "x".repeat(900), Optional.empty())
                        .orElseThrow();
        assertEquals(300, reason.length());
        assertTrue(reason.startsWith("a b [0m xxx"), reason);
    }

    @ParameterizedTest
    @EnumSource
    void keyNeverAppears(Wire wire) {
        for (int status : new int[] {400, 401, 403, 404, 413, 429, 500}) {
            String body = error("your key " + Talk.KEY + " is bad: sk-proj-abcdefghijklmnop1234");
            try (var server = new WireServer(wire, Answer.status(status, Map.of(), body))) {
                var failure = Talk.failure(LlmException.class, server.spec());
                assertFalse(
                        Talk.sentence(failure).contains(Talk.KEY), () -> Talk.sentence(failure));
                assertFalse(
                        Talk.sentence(failure).contains("abcdefgh"), () -> Talk.sentence(failure));
                assertNull(failure.getCause());
                assertEquals(0, failure.getSuppressed().length);
                assertEquals(1, server.asked().size());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void statusOfEachProtocolIsUnderstood(Wire wire) {
        try (var server =
                new WireServer(
                        wire,
                        Answer.status(429, Map.of("Retry-After", "12"), error("slow down")))) {
            var failure = Talk.failure(LlmException.Retriable.class, server.spec());
            assertEquals(Optional.of(Duration.ofSeconds(12)), failure.retryAfter());
            assertTrue(
                    Talk.sentence(failure).endsWith("(429): slow down; wait 12 s"),
                    () -> Talk.sentence(failure));
            assertEquals(1, server.asked().size());
        }
    }

    @Test
    void emptyAnswersSayWhy() {
        assertEquals(
                "openai:gpt at api.example.com used up its 4096 output tokens before it chose a"
                        + " tool; allow more",
                FAILURE.empty(FinishReason.LENGTH).getMessage());
        assertInstanceOf(LlmException.Fatal.class, FAILURE.empty(FinishReason.CONTENT_FILTER));
        assertInstanceOf(LlmException.Retriable.class, FAILURE.empty(null));
    }

    @Test
    void whatIsNotExpectedNamesNoDetail() {
        LlmException failure =
                FAILURE.of(new IllegalArgumentException("invalid header value: " + Talk.KEY));
        assertInstanceOf(LlmException.Retriable.class, failure);
        assertEquals(
                "openai:gpt at api.example.com sent an answer that cannot be read; check that"
                        + " api.example.com speaks the protocol of OpenAI",
                Talk.sentence(failure));
    }
}
