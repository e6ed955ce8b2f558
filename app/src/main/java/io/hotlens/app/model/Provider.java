package io.hotlens.app.model;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Who runs a model, with what each needs.
public enum Provider {
    ANTHROPIC(
            Wire.ANTHROPIC,
            "https://api.anthropic.com/v1",
            "ANTHROPIC_API_KEY",
            "claude-haiku-4-5-20251001"),
    OPENAI(Wire.OPENAI, "https://api.openai.com/v1", "OPENAI_API_KEY", "gpt-5-mini"),
    GEMINI(
            Wire.GEMINI,
            "https://generativelanguage.googleapis.com",
            "GEMINI_API_KEY",
            "gemini-2.5-flash"),
    OLLAMA(Wire.OLLAMA, "http://localhost:11434", "", ""),
    MISTRAL(Wire.OPENAI, "https://api.mistral.ai/v1", "MISTRAL_API_KEY", "mistral-small-latest"),
    OPENROUTER(Wire.OPENAI, "https://openrouter.ai/api/v1", "OPENROUTER_API_KEY", ""),
    /// Azure OpenAI: `https://RESOURCE.openai.azure.com/openai/v1`; the model is the deployment.
    AZURE(Wire.OPENAI, "", "AZURE_OPENAI_API_KEY", ""),
    /// AWS Bedrock: `https://bedrock-runtime.REGION.amazonaws.com/openai/v1`.
    BEDROCK(Wire.OPENAI, "", "AWS_BEARER_TOKEN_BEDROCK", ""),
    /// Google Vertex AI: `https://REGION-aiplatform.googleapis.com/v1/projects/PROJECT/locations/
    /// REGION/endpoints/openapi`; the key is an access token.
    VERTEX(Wire.OPENAI, "", "VERTEX_ACCESS_TOKEN", ""),
    /// Any server that speaks OpenAI's protocol: LM Studio, vLLM, llama.cpp and others.
    COMPATIBLE(Wire.OPENAI, "", "OPENAI_API_KEY", "");

    private final Wire wire;
    private final String baseUrl;
    private final String keyVariable;
    private final String defaultModel;

    Provider(Wire wire, String baseUrl, String keyVariable, String defaultModel) {
        this.wire = wire;
        this.baseUrl = baseUrl;
        this.keyVariable = keyVariable;
        this.defaultModel = defaultModel;
    }

    public Wire wire() {
        return wire;
    }

    /// Where it is reached when nothing else is said; empty where each user has an address of his
    /// own.
    public Optional<URI> baseUrl() {
        return baseUrl.isEmpty() ? Optional.empty() : Optional.of(URI.create(baseUrl));
    }

    /// The environment variable that usually holds the key; empty where none is needed.
    public Optional<String> keyVariable() {
        return Optional.of(keyVariable).filter(name -> !name.isEmpty());
    }

    /// Whether it never answers without a key.
    public boolean needsKey() {
        return this != OLLAMA && this != COMPATIBLE;
    }

    /// What is asked when no model is named.
    public Optional<String> defaultModel() {
        return Optional.of(defaultModel).filter(name -> !name.isEmpty());
    }

    /// The name in settings and on the command line, such as `anthropic`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException with the names there are
    public static Provider of(String word) {
        return Arrays.stream(values())
                .filter(provider -> provider.word().equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "there is no provider '%s'; there are %s"
                                                .formatted(word, words())));
    }

    static boolean isOne(String word) {
        return Arrays.stream(values()).anyMatch(provider -> provider.word().equals(word));
    }

    private static String words() {
        return Arrays.stream(values()).map(Provider::word).collect(Collectors.joining(", "));
    }
}
