package io.hotlens.app.loop;

import io.hotlens.app.llm.ToolCall;
import io.hotlens.app.llm.Transcript;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;
import io.hotlens.skills.data.Json;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The ids in messages that are about to go, so that they can still be cited. Where they stand
/// tells what they are; a script's result has none, whatever a target calls its values.
final class KeptIds {

    private static final String HEX = "[0-9a-f]{16}";
    private static final String SKILL = "[a-z][a-z0-9]{1,30}";

    private enum Kind {
        SNAPSHOT("snapshot_ids", HEX),
        NOTIFICATION("notification_ids", HEX),
        INSIGHT("insight_ids", HEX),
        OPERATOR("operators", SKILL);

        private final String listed;
        private final String shape;

        Kind(String listed, String shape) {
            this.listed = listed;
            this.shape = shape;
        }

        private static Optional<Kind> at(String place) {
            return Optional.ofNullable(
                    switch (place) {
                        case "snapshot_ids", "known" -> SNAPSHOT;
                        case "notification_ids", "notification_id", "updated" -> NOTIFICATION;
                        case "insight_ids", "insight_produced" -> INSIGHT;
                        case "operators", "operator", "skill", "skills", "started" -> OPERATOR;
                        default -> null;
                    });
        }
    }

    private final Map<Kind, Set<String>> found = new EnumMap<>(Kind.class);

    private KeptIds() {}

    /// `{snapshot_ids, notification_ids, insight_ids, operators}`, oldest first; what has none is
    /// left out.
    ///
    /// @param most of a kind; the newest are kept
    static Data.Fields of(List<Transcript.Message> messages, int most) {
        var ids = new KeptIds();
        messages.forEach(ids::look);
        FieldsBuilder fields = Data.fields();
        ids.found.forEach(
                (kind, values) ->
                        fields.put(
                                kind.listed,
                                values.stream()
                                        .skip(Math.max(0, values.size() - most))
                                        .map(Data::of)
                                        .toList()));
        return fields.build();
    }

    private void look(Transcript.Message message) {
        switch (message) {
            case Transcript.FromUser(Data content) -> look(content);
            case Transcript.FromModel(List<ToolCall> calls, _, _) ->
                    calls.forEach(call -> look(arguments(call)));
            case Transcript.ToolResult(ToolCall call, Data result) -> {
                if (!call.name().equals("execute")) {
                    look(result);
                }
            }
        }
    }

    private static Data arguments(ToolCall call) {
        try {
            return call.arguments().isBlank() ? Data.NOTHING : Json.parse(call.arguments());
        } catch (IllegalArgumentException _) {
            return Data.NOTHING;
        }
    }

    private void look(Data data) {
        switch (data) {
            case Data.Items(List<Data> items) -> items.forEach(this::look);
            case Data.Fields fields -> {
                whose(fields).ifPresent(kind -> fields.get("id").ifPresent(id -> add(kind, id)));
                fields.values()
                        .forEach(
                                (name, value) -> {
                                    Kind.at(name).ifPresent(kind -> add(kind, value));
                                    look(value);
                                });
            }
            case Data.Text _, Data.Num _, Data.Bool _, Data.Nothing _ -> {}
        }
    }

    /// What has this as its `id`.
    private static Optional<Kind> whose(Data.Fields fields) {
        if (fields.get("anomaly_type").isPresent()) {
            return Optional.of(Kind.NOTIFICATION);
        }
        return fields.get("captured_at").isPresent()
                ? Optional.of(Kind.SNAPSHOT)
                : Optional.empty();
    }

    private void add(Kind kind, Data value) {
        List<Data> values = value instanceof Data.Items(List<Data> items) ? items : List.of(value);
        for (Data one : values) {
            if (one instanceof Data.Text(String text) && text.matches(kind.shape)) {
                found.computeIfAbsent(kind, _ -> new LinkedHashSet<>()).add(text);
            }
        }
    }
}
