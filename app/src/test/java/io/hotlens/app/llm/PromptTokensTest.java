package io.hotlens.app.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hotlens.app.model.ModelOptions;
import io.hotlens.app.model.ModelSpec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

final class PromptTokensTest {

    private static ModelOptions window(int tokens) {
        return new ModelOptions(
                1000, OptionalDouble.empty(), false, Duration.ofSeconds(1), OptionalInt.of(tokens));
    }

    @ParameterizedTest
    @CsvSource({"8192, 4915", "32000, 19200", "200000, 50000"})
    void promptTakesAtMostThreeFifthsOfTheWindow(int window, int prompt) {
        assertEquals(OptionalInt.of(prompt), Model.promptTokens(OptionalInt.of(window)));
    }

    @Test
    void unknownWindowGetsTheUsualPrompt() {
        assertEquals(OptionalInt.of(50_000), Model.promptTokens(OptionalInt.empty()));
    }

    @Test
    void ollamaHasTheWindowThatItIsAskedFor() {
        ModelSpec usual = ModelSpec.parse("ollama:llama3", Optional.empty());
        var wide = new ModelSpec(usual.provider(), usual.model(), usual.baseUrl(), window(64_000));

        assertEquals(OptionalInt.of(16_384), usual.contextTokens());
        assertEquals(OptionalInt.of(64_000), wide.contextTokens());
    }

    @Test
    void windowTooSmallForAConversationIsRefused() {
        var refused = assertThrows(IllegalArgumentException.class, () -> window(512));

        assertEquals("context_tokens must be at least 2000, not 512", refused.getMessage());
    }
}
