package io.hotlens.app.llm;

import io.hotlens.skills.data.Data;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One cheap round trip with a model, to see what works.
///
/// @param model `provider:model`
/// @param answered whether the key, the model and the way to it are right
/// @param callsTools whether it called the tool that it was offered
/// @param latency of the answer, or until there was none
/// @param price what it costs, when that is known
/// @param problem one sentence; empty when everything works
public record ModelCheck(
        String model,
        boolean answered,
        boolean callsTools,
        Duration latency,
        Optional<Price> price,
        String problem) {

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
    static ModelCheck of(ChatClient client, ModelSpec spec, Optional<Price> price)
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

    /// Whether an investigation can be done with it.
    public boolean works() {
        return answered && callsTools;
    }
}
