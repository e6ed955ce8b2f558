package io.hotlens.app.llm;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hotlens.app.loop.ToolCodec;
import io.hotlens.app.model.ModelOptions;
import io.hotlens.app.model.ModelSpec;
import io.hotlens.app.operator.OperatorTool;
import io.hotlens.skills.data.Data;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What the tests of clients say to a model.
final class Talk {

    static final String KEY = "test-key-that-opens-nothing";
    static final String SYSTEM = "You look after the collector.";
    static final List<ToolSpec> TOOLS = new ToolCodec<>(OperatorTool.class).specs();
    static final Data OPENING = Data.fields().put("reason", "it is slow").build();

    private Talk() {}

    static Transcript opening() {
        return Transcript.of(SYSTEM, OPENING);
    }

    static Reply ask(ModelSpec spec) throws InterruptedException {
        return ask(spec, opening());
    }

    static Reply ask(ModelSpec spec, Transcript transcript) throws InterruptedException {
        return ProviderClients.open(spec, Optional.of(KEY)).ask(transcript, TOOLS);
    }

    static <E extends LlmException> E failure(Class<E> kind, ModelSpec spec) {
        return assertThrows(kind, () -> ask(spec));
    }

    static String sentence(LlmException failure) {
        return String.valueOf(failure.getMessage());
    }

    static ModelOptions within(Duration timeout) {
        return new ModelOptions(4096, OptionalDouble.empty(), false, timeout);
    }

    static ModelOptions thinking() {
        return new ModelOptions(2000, OptionalDouble.of(0.5), true, ModelOptions.DEFAULT.timeout());
    }
}
