package io.hotlens.app.llm;

import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.googleai.GeminiThinkingConfig;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;

import io.hotlens.app.model.ModelOptions;
import io.hotlens.app.model.ModelSpec;
import io.hotlens.app.model.Provider;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Opens clients that speak to the providers of [Provider].
///
/// A client asks once and holds a call to the time of its [ModelOptions], the whole answer
/// included, and to 8 MB; it follows no redirect, so that a key goes to the base URL only. Where
/// the protocol can say so, the model must call a tool.
public final class ProviderClients {

    /// Who speaks the OpenAI protocol of today: `max_completion_tokens`, `reasoning_effort`.
    private static final Set<Provider> OPENAI_MODELS =
            EnumSet.of(Provider.OPENAI, Provider.AZURE, Provider.BEDROCK);

    /// Claude models that think within a budget; later ones choose by themselves how long.
    private static final Pattern THINKS_WITHIN_BUDGET =
            Pattern.compile("claude-3|claude-\\w+-4-([0-5](\\D|$)|20\\d{6})");

    private static final int LEAST_THINKING_TOKENS = 1024;

    private static final Pattern HEADER_TEXT = Pattern.compile("[\\x21-\\x7e]+");

    private ProviderClients() {}

    /// Opens a client; nothing is sent yet.
    ///
    /// @param key white space around it does not count; empty where the provider needs none
    /// @throws LlmException.Fatal when the provider needs a key and there is none, or one that
    ///   cannot be a key
    public static ChatClient open(ModelSpec spec, Optional<String> key) {
        return open(spec, key, _ -> {});
    }

    /// Opens a client whose requests are told to a listener before they go, on the thread that
    /// asks. An [LlmException] that the listener throws ends the question, and nothing goes.
    public static ChatClient open(ModelSpec spec, Optional<String> key, Consumer<Sent> listener) {
        Optional<String> stripped = key.map(String::strip).filter(k -> !k.isEmpty());
        check(spec, stripped);
        var http = new BoundedHttpClient(spec.options().timeout(), listener);
        return new LangChainChatClient(
                model(spec, stripped.orElse(null), http),
                spec.provider(),
                choice(spec),
                new ProviderFailure(spec, stripped));
    }

    /// Anthropic forces no tool on a model that thinks; Ollama knows no choice.
    private static ToolChoice choice(ModelSpec spec) {
        return switch (spec.provider().wire()) {
            case ANTHROPIC -> spec.options().thinking() ? ToolChoice.AUTO : ToolChoice.REQUIRED;
            case OPENAI, GEMINI -> ToolChoice.REQUIRED;
            case OLLAMA -> ToolChoice.AUTO;
        };
    }

    private static void check(ModelSpec spec, Optional<String> key) {
        Provider provider = spec.provider();
        String variable = provider.keyVariable().orElse("its variable");
        if (key.isEmpty() && provider.needsKey()) {
            throw new LlmException.Fatal(
                    "%s needs a key and there is none; set %s".formatted(spec, variable));
        }
        if (key.isPresent() && !HEADER_TEXT.matcher(key.get()).matches()) {
            throw new LlmException.Fatal(
                    "the key for %s holds a space or another character that no key has; check %s"
                            .formatted(spec, variable));
        }
    }

    private static ChatModel model(ModelSpec spec, @Nullable String key, BoundedHttpClient http) {
        return switch (spec.provider().wire()) {
            case ANTHROPIC -> anthropic(spec, key, http);
            case OPENAI -> openAi(spec, key, http);
            case GEMINI -> gemini(spec, key, http);
            case OLLAMA -> ollama(spec, http);
        };
    }

    private static ChatModel anthropic(
            ModelSpec spec, @Nullable String key, BoundedHttpClient http) {
        ModelOptions options = spec.options();
        int answer = options.maxOutputTokens();
        var model =
                AnthropicChatModel.builder()
                        .httpClientBuilder(http.builder())
                        .maxRetries(0)
                        .timeout(options.timeout())
                        .baseUrl(address(spec))
                        .apiKey(key)
                        .modelName(spec.model())
                        .maxTokens(answer)
                        .disableParallelToolUse(true)
                        .cacheSystemMessages(true)
                        .cacheTools(true);
        if (!options.thinking()) {
            return model.temperature(temperature(options)).build();
        }
        model.returnThinking(true).sendThinking(true);
        if (THINKS_WITHIN_BUDGET.matcher(spec.model()).find()) {
            int budget = Math.max(LEAST_THINKING_TOKENS, answer);
            model.thinkingType("enabled").thinkingBudgetTokens(budget).maxTokens(answer + budget);
        } else {
            model.thinkingType("adaptive").maxTokens(2 * answer);
        }
        return model.build();
    }

    private static ChatModel openAi(ModelSpec spec, @Nullable String key, BoundedHttpClient http) {
        ModelOptions options = spec.options();
        var model =
                OpenAiChatModel.builder()
                        .httpClientBuilder(http.builder())
                        .maxRetries(0)
                        .timeout(options.timeout())
                        .baseUrl(address(spec))
                        .apiKey(key)
                        .modelName(spec.model())
                        .temperature(temperature(options));
        if (!OPENAI_MODELS.contains(spec.provider())) {
            return model.maxTokens(options.maxOutputTokens()).build();
        }
        if (options.thinking()) {
            model.reasoningEffort("medium");
        }
        return model.maxCompletionTokens(options.maxOutputTokens()).build();
    }

    private static ChatModel gemini(ModelSpec spec, @Nullable String key, BoundedHttpClient http) {
        ModelOptions options = spec.options();
        var model =
                GoogleAiGeminiChatModel.builder()
                        .httpClientBuilder(http.builder())
                        .maxRetries(0)
                        .timeout(options.timeout())
                        .baseUrl(withVersion(address(spec)))
                        .apiKey(key)
                        .modelName(spec.model())
                        .temperature(temperature(options))
                        .maxOutputTokens(options.maxOutputTokens())
                        .returnThinking(true)
                        .sendThinking(true);
        if (options.thinking()) {
            model.thinkingConfig(GeminiThinkingConfig.builder().includeThoughts(true).build());
        }
        return model.build();
    }

    private static ChatModel ollama(ModelSpec spec, BoundedHttpClient http) {
        ModelOptions options = spec.options();
        return OllamaChatModel.builder()
                .httpClientBuilder(http.builder())
                .maxRetries(0)
                .timeout(options.timeout())
                .baseUrl(address(spec))
                .modelName(spec.model())
                .temperature(temperature(options))
                .numPredict(options.maxOutputTokens())
                .numCtx(spec.contextTokens().orElseThrow())
                .think(options.thinking())
                .returnThinking(true)
                .build();
    }

    private static String address(ModelSpec spec) {
        return spec.baseUrl().toString().replaceAll("/+$", "");
    }

    private static String withVersion(String gemini) {
        return gemini.matches(".*/v\\d\\w*") ? gemini : gemini + "/v1beta";
    }

    private static @Nullable Double temperature(ModelOptions options) {
        return options.temperature().isPresent() ? options.temperature().getAsDouble() : null;
    }
}
