package io.hotlens.app.llm;

import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.model.output.FinishReason;

import io.hotlens.app.model.ModelSpec;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// Says in one sentence why a model did not answer: what is wrong, which model, what to do. Never
/// holds the key, nor an exception that could quote it.
final class ProviderFailure {

    private static final Pattern TOO_LONG =
            Pattern.compile(
                    "(?i)context.{0,3}(length|window|size)|maximum context|prompt is too long|too"
                        + " many (input )?tokens|token count.{0,80}exceeds|too large for model");
    private static final Pattern OUT_OF_MONEY =
            Pattern.compile("(?i)insufficient.(quota|credits)|credit balance|billing.hard.limit");

    private static final int READ = 20_000;

    private final ModelSpec spec;
    private final Optional<String> key;

    /// @param key to be masked where a provider repeats it
    ProviderFailure(ModelSpec spec, Optional<String> key) {
        this.spec = spec;
        this.key = key;
    }

    /// @param thrown what a call ended with, an interrupt excepted
    LlmException of(RuntimeException thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            switch (t) {
                case LlmException told -> {
                    return told;
                }
                case ExchangeException exchange -> {
                    return exchange(exchange);
                }
                case ContentFilteredException refusal -> {
                    return fatal(
                            "%s will not answer: %s; try another model"
                                    .formatted(who(), clean(refusal.getMessage())));
                }
                case UnsupportedFeatureException unsupported -> {
                    return fatal(
                            "%s cannot be asked like this: %s; try another model"
                                    .formatted(who(), clean(unsupported.getMessage())));
                }
                default -> {}
            }
        }
        return retriable(
                "%s sent an answer that cannot be read; check that %s speaks the protocol of %s"
                        .formatted(who(), host(), wire()));
    }

    /// An answer without a call and without a word.
    LlmException empty(@Nullable FinishReason reason) {
        if (reason == FinishReason.LENGTH) {
            return retriable(
                    "%s used up its %d output tokens before it chose a tool; allow more"
                            .formatted(who(), spec.options().maxOutputTokens()));
        }
        if (reason == FinishReason.CONTENT_FILTER) {
            return fatal(
                    "%s will not answer, its content filter stopped it; try another model"
                            .formatted(who()));
        }
        return retriable("%s gave an empty answer; try again or another model".formatted(who()));
    }

    private LlmException exchange(ExchangeException exchange) {
        return switch (exchange) {
            case ExchangeException.Refused refused -> refused(refused);
            case ExchangeException.TimedOut _ ->
                    retriable(
                            "%s did not answer within %s; try again or allow more time"
                                    .formatted(who(), seconds(spec.options().timeout())));
            case ExchangeException.TooLarge _ ->
                    fatal(
                            "%s answered with more than %d MB; check that %s is a model's address"
                                    .formatted(who(), BoundedHttpClient.MOST_BYTES >> 20, host()));
            case ExchangeException.Stopped _ -> retriable("%s was not waited for".formatted(who()));
            case ExchangeException.Disconnected lost -> disconnected(lost.trouble());
        };
    }

    private LlmException disconnected(ExchangeException.Trouble trouble) {
        return switch (trouble) {
            case UNKNOWN_HOST ->
                    fatal(
                            "there is no host %s, where %s should be; check the base URL and the network"
                                    .formatted(host(), spec));
            case NOBODY_LISTENS ->
                    retriable(
                            "nobody listens at %s, where %s should be; start the server or correct the base URL"
                                    .formatted(host(), spec));
            case SILENT_HOST ->
                    retriable(
                            "%s took no connection within %s; check the network and the proxy"
                                    .formatted(who(), seconds(BoundedHttpClient.CONNECT)));
            case NOT_TRUSTED ->
                    fatal(
                            "%s offers no TLS that is trusted here; check the base URL, or add its certificate to the trust store"
                                    .formatted(who()));
            case BROKEN ->
                    retriable(
                            "the connection to %s broke before the answer was complete; try again"
                                    .formatted(who()));
        };
    }

    private LlmException refused(ExchangeException.Refused refused) {
        int status = refused.status();
        String body = refused.body().substring(0, Math.min(READ, refused.body().length()));
        String why = ProviderReason.of(body, key).map(reason -> ": " + reason).orElse("");
        if (OUT_OF_MONEY.matcher(body).find() || status == 402) {
            return fatal(
                    "the account for %s has nothing left to spend%s; check its plan and billing"
                            .formatted(who(), why));
        }
        if (status == 413 || ((status == 400 || status == 422) && TOO_LONG.matcher(body).find())) {
            return fatal(
                    "the conversation is longer than %s takes%s; choose a model that reads more"
                            .formatted(who(), why));
        }
        return switch (status) {
            case 401 -> fatal("%s refused the key (401); %s".formatted(who(), checkKey()));
            case 403 ->
                    fatal(
                            "%s refused the key or the model for it (403)%s; %s"
                                    .formatted(who(), why, checkKey()));
            case 404 ->
                    fatal(
                            "%s has no model '%s', or the base URL is wrong (404)%s; check both"
                                    .formatted(host(), spec.model(), why));
            case 408, 409, 425 ->
                    retriable("%s gave up (%d)%s; try again".formatted(who(), status, why));
            case 429 ->
                    new LlmException.Retriable(
                            "%s takes no more requests for now (429)%s; wait%s"
                                    .formatted(who(), why, pause(refused)),
                            refused.retryAfter());
            default -> other(refused, why);
        };
    }

    private LlmException other(ExchangeException.Refused refused, String why) {
        int status = refused.status();
        if (status >= 500) {
            return new LlmException.Retriable(
                    "%s is in trouble or overloaded (%d)%s; wait%s"
                            .formatted(who(), status, why, pause(refused)),
                    refused.retryAfter());
        }
        if (status >= 300 && status < 400) {
            return fatal(
                    "%s points to %s (%d), which is not followed since the key would go there; correct the base URL"
                            .formatted(
                                    who(),
                                    refused.location().map(this::clean).orElse("another address"),
                                    status));
        }
        return fatal("%s refused the request (%d)%s".formatted(who(), status, why));
    }

    private String checkKey() {
        return spec.provider()
                .keyVariable()
                .map("check %s"::formatted)
                .orElse("check what stands in front of it");
    }

    private static String pause(ExchangeException.Refused refused) {
        return refused.retryAfter().map(pause -> " " + seconds(pause)).orElse(" a little");
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0
                ? duration.toSeconds() + " s"
                : duration.toMillis() + " ms";
    }

    /// Such as `anthropic:claude-haiku-4-5 at api.anthropic.com`.
    private String who() {
        return spec + " at " + host();
    }

    private String host() {
        URI url = spec.baseUrl();
        return url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
    }

    private String wire() {
        return switch (spec.provider().wire()) {
            case ANTHROPIC -> "Anthropic";
            case OPENAI -> "OpenAI";
            case GEMINI -> "Gemini";
            case OLLAMA -> "Ollama";
        };
    }

    private String clean(@Nullable String text) {
        return text == null ? "" : ProviderReason.clean(text, key);
    }

    private static LlmException fatal(String sentence) {
        return new LlmException.Fatal(sentence);
    }

    private static LlmException retriable(String sentence) {
        return new LlmException.Retriable(sentence);
    }
}
