package io.hotlens.app.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.app.coordinator.CoordinatorTool;
import io.hotlens.app.llm.ToolCall;
import io.hotlens.app.llm.ToolSpec;
import io.hotlens.app.operator.OperatorTool;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

final class ToolCodecTest {

    private final ToolCodec<OperatorTool> operator = new ToolCodec<>(OperatorTool.class);
    private final ToolCodec<CoordinatorTool> coordinator = new ToolCodec<>(CoordinatorTool.class);

    private static ToolSpec spec(ToolCodec<?> codec, String name) {
        return codec.specs().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void operatorHasItsTenTools() {
        assertEquals(
                List.of(
                        "set_state",
                        "send_notification",
                        "get_notifications",
                        "take_snapshot",
                        "get_snapshot",
                        "get_snapshots",
                        "execute",
                        "wait",
                        "think",
                        "done"),
                operator.specs().stream().map(ToolSpec::name).toList());
    }

    @Test
    void coordinatorHasItsTenTools() {
        assertEquals(
                List.of(
                        "get_notifications",
                        "update_notification_statuses",
                        "produce_insight",
                        "invoke_operators",
                        "message_operator",
                        "get_operator_statuses",
                        "wait",
                        "schedule",
                        "think",
                        "done"),
                coordinator.specs().stream().map(ToolSpec::name).toList());
    }

    @Test
    void schemaNamesTypesWordsAndWhatIsRequired() {
        assertEquals(
                Json.parse(
                        """
                        {"type": "object",
                         "properties": {
                           "state": {"type": "string", "enum": ["healthy", "observing", "warning", "critical"]},
                           "reason": {"type": "string", "description": "why, in one sentence"}},
                         "required": ["state", "reason"], "additionalProperties": false}\
                        """),
                spec(operator, "set_state").schema());
        assertEquals(
                List.of(
                        Data.of("type"),
                        Data.of("context"),
                        Data.of("observation"),
                        Data.of("severity"),
                        Data.of("snapshot_ids")),
                spec(operator, "send_notification").schema().items("required"));
        assertEquals(
                Json.parse("{\"type\": \"array\", \"items\": {\"type\": \"string\"}}"),
                ((Data.Fields)
                                spec(coordinator, "update_notification_statuses")
                                        .schema()
                                        .get("properties")
                                        .orElseThrow())
                        .get("notification_ids")
                        .orElseThrow());
    }

    @Test
    void callIsReadIntoItsRecord() {
        assertEquals(
                new Decoded.Valid<>(
                        new OperatorTool.GetSnapshots(Optional.of(5L), Optional.empty())),
                operator.decode(
                        new ToolCall("1", "get_snapshots", "{\"limit\": 5, \"offset\": null}")));
        assertEquals(
                new Decoded.Valid<>(
                        new CoordinatorTool.UpdateNotificationStatuses(
                                List.of("a"),
                                CoordinatorTool.NewStatus.RESOLVED,
                                Optional.empty())),
                coordinator.decode(
                        new ToolCall(
                                "1",
                                "update_notification_statuses",
                                "{\"notification_ids\": [\"a\"], \"status\": \"resolved\"}")));
    }
}
