package io.hotlens.app.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.insight.CausalModel;
import io.hotlens.app.llm.ToolCall;
import io.hotlens.app.llm.ToolSpec;
import io.hotlens.app.llm.Transcript;
import io.hotlens.app.loop.ToolCodec;
import io.hotlens.app.operator.OperatorTool;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;
import io.hotlens.skills.skill.SkillId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/// Plays the operator's part against answers made up here; time passes only by its waits.
@Timeout(20)
final class RulesModelTest {

    private static final List<ToolSpec> TOOLS = new ToolCodec<>(OperatorTool.class).specs();

    private final RulesModel model =
            new RulesModel(Map.of(new SkillId("gc"), "the playbook"), CausalModel.builtIn());
    private final List<ToolCall> calls = new ArrayList<>();
    private double nowMs = 1_000_000;
    private int looks;

    /// Plays until `done`, and at most 60 calls.
    ///
    /// @param look the answer of the playbook at the nth look, as JSON
    private void play(int maxIterations, IntFunction<String> look) {
        Transcript transcript =
                Transcript.of(
                        "system",
                        Data.fields()
                                .put("skill", "gc")
                                .put("reason", "slow")
                                .put("max_iterations", maxIterations)
                                .build());
        for (int i = 0; i < 60; i++) {
            ToolCall call = model.ask(transcript, TOOLS).calls().getFirst();
            calls.add(call);
            if (call.name().equals("done")) {
                return;
            }
            transcript =
                    transcript
                            .with(new Transcript.FromModel(List.of(call), ""))
                            .with(new Transcript.ToolResult(call, answer(call, look)));
        }
    }

    private Data answer(ToolCall call, IntFunction<String> look) {
        return switch (call.name()) {
            case "take_snapshot" ->
                    Data.fields()
                            .put("id", "%016x".formatted(calls.size()))
                            .put("unix_ms", nowMs)
                            .build();
            case "execute" -> {
                looks++;
                yield Json.parse(look.apply(looks));
            }
            case "wait" -> {
                nowMs += ((Data.Fields) Json.parse(call.arguments())).number("ms").orElseThrow();
                yield Data.fields().put("ended_by", "time").build();
            }
            default -> Data.fields().put("ok", true).build();
        };
    }

    private List<String> names() {
        return calls.stream().map(ToolCall::name).toList();
    }

    private List<Data.Fields> sent() {
        return calls.stream()
                .filter(c -> c.name().equals("send_notification"))
                .map(c -> (Data.Fields) Json.parse(c.arguments()))
                .toList();
    }

    private String verdict() {
        return calls.stream()
                .filter(c -> c.name().equals("set_state"))
                .map(c -> ((Data.Fields) Json.parse(c.arguments())).text("state").orElseThrow())
                .reduce((_, b) -> b)
                .orElseThrow();
    }

    private static String found(String type, String severity, boolean certain) {
        return """
        {"findings": [{"type": "%s", "subject": "", "severity": "%s", "context": "c",
          "observation": "o", "certain": %s}]}\
        """
                .formatted(type, severity, certain);
    }

    @Test
    void healthyAreaIsLookedAtOnce() {
        play(25, _ -> "{\"findings\": []}");

        assertEquals(List.of("take_snapshot", "execute", "set_state", "done"), names());
        assertEquals("healthy", verdict());
    }

    @Test
    void playbookOfTheSkillIsRun() {
        play(25, _ -> "{\"findings\": []}");

        assertEquals("{\"code\":\"the playbook\"}", calls.get(1).arguments());
    }

    @Test
    void certainFindingIsSentAtOnceWithTheNewestSnapshot() {
        play(25, _ -> found("heap_leak", "critical", true));

        assertEquals(
                List.of("take_snapshot", "execute", "send_notification", "set_state", "done"),
                names());
        assertEquals(
                List.of(Data.of("%016x".formatted(1))), sent().getFirst().items("snapshot_ids"));
        assertEquals("critical", verdict());
    }

    @Test
    void uncertainFindingIsLookedAtAgainAfterTwoSeconds() {
        play(25, _ -> found("gc_overhead", "warning", false));

        assertEquals(
                List.of(
                        "take_snapshot",
                        "execute",
                        "wait",
                        "take_snapshot",
                        "execute",
                        "send_notification",
                        "set_state",
                        "done"),
                names());
        assertEquals("{\"ms\":2000}", calls.get(2).arguments());
        assertEquals(
                List.of(Data.of("%016x".formatted(4))), sent().getFirst().items("snapshot_ids"));
    }

    @Test
    void findingThatPassesIsNotSent() {
        play(25, look -> look == 1 ? found("gc_overhead", "warning", false) : "{\"findings\": []}");

        assertEquals(List.of(), sent());
        assertEquals("healthy", verdict());
    }

    @Test
    void playbookThatAsksForeverGetsSevenLooks() {
        play(25, _ -> "{\"findings\": [], \"look_again_ms\": 3000}");

        assertEquals(7, looks);
        assertTrue(names().contains("done"));
        assertEquals("observing", verdict(), "what stays undecided is not healthy");
    }

    @Test
    void looksEndAfterAMinute() {
        play(25, _ -> "{\"findings\": [], \"look_again_ms\": 25000}");

        assertEquals(3, looks);
    }

    @Test
    void fewIterationsLeaveRoomForTheVerdict() {
        play(9, _ -> "{\"findings\": [], \"look_again_ms\": 1000}");

        assertTrue(calls.size() <= 9, () -> names().toString());
        assertEquals("done", names().getLast());
    }

    @Test
    void manyFindingsAreSentTheWorstFirstAndTheRunStillEnds() {
        var findings = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            findings.add(
                    """
                    {"type": "t%d", "severity": "%s", "observation": "o", "certain": true}\
                    """
                            .formatted(i, i == 39 ? "critical" : "info"));
        }
        play(25, _ -> "{\"findings\": [" + String.join(",", findings) + "]}");

        assertEquals("t39", sent().getFirst().text("type").orElseThrow());
        assertEquals("done", names().getLast());
        assertEquals(25, calls.size());
    }

    @Test
    void failedPlaybookGivesNoCleanBillOfHealth() {
        play(25, _ -> "{\"error\": \"line 3: nil\", \"line\": 3}");

        assertEquals(List.of("take_snapshot", "execute", "set_state", "done"), names());
        assertEquals("observing", verdict());
    }

    @Test
    void infoOnlyIsObserved() {
        play(25, _ -> found("misconfigured", "info", true));

        assertEquals("observing", verdict());
    }
}
