package io.hotlens.app.llm;

import io.hotlens.app.model.ModelCheck;
import io.hotlens.app.model.ModelSpec;
import io.hotlens.app.model.Price;
import io.hotlens.skills.data.Data;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Asks a model once to see what works.
final class ModelProbe {

    private static final String TOOL = "report_status";

    private static final List<ToolSpec> TOOLS =
            List.of(
                    new ToolSpec(
                            TOOL,
                            "Reports that you are ready.",
                            Data.fields()
                                    .put("type", "object")
                                    .put(
                                            "properties",
                                            Data.fields()
                                                    .put(
                                                            "status",
                                                            Data.fields()
                                                                    .put("type", "string")
                                                                    .put(
                                                                            "enum",
                                                                            List.of(
                                                                                    Data.of(
                                                                                            "ready")))
                                                                    .build())
                                                    .build())
                                    .put("required", List.of(Data.of("status")))
                                    .build()));

    /// Asks once, without retries and without anything of a target.
    static ModelCheck check(ChatClient client, ModelSpec spec, Optional<Price> price)
            throws InterruptedException {
        var transcript =
                Transcript.of(
                        "You are being tested. Call the tool.",
                        Data.fields()
                                .put("request", "call report_status with status ready")
                                .build());
        long begin = System.nanoTime();
        try {
            Reply reply = client.ask(transcript, TOOLS);
            boolean called = reply.calls().stream().anyMatch(call -> call.name().equals(TOOL));
            return new ModelCheck(
                    spec.toString(),
                    true,
                    called,
                    since(begin),
                    price,
                    called
                            ? ""
                            : "it answered without calling the tool: choose a model that can call"
                                    + " tools");
        } catch (LlmException e) {
            return new ModelCheck(
                    spec.toString(),
                    false,
                    false,
                    since(begin),
                    price,
                    String.valueOf(e.getMessage()));
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private ModelProbe() {}
}
