package io.hotlens.app.custom;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.skill.Parameter;
import io.hotlens.skills.skill.SkillId;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What `skill.json` says: `{id, title, description, metrics: [{name, unit, kind, meaning}],
/// callbacks: [{name, meaning, returns, source, impact, parameters: [{name, type, default, choices,
/// meaning}]}]}`.
record SkillJson(
        SkillId id,
        String title,
        String description,
        List<Metric> metrics,
        List<Callback> callbacks) {

    SkillJson {
        metrics = List.copyOf(metrics);
        callbacks = List.copyOf(callbacks);
    }

    /// Reads it.
    ///
    /// @throws IllegalArgumentException when it is not of that shape; the message says where
    static SkillJson parse(String json) {
        if (!(Json.parse(json) instanceof Data.Fields fields)) {
            throw new IllegalArgumentException("it must be an object {id, title, ...}");
        }
        SkillId id = new SkillId(text(fields, "", "id"));
        return new SkillJson(
                id,
                text(fields, "", "title"),
                text(fields, "", "description"),
                each(fields, "", "metrics", (one, at) -> metric(id, one, at)),
                each(fields, "", "callbacks", (one, at) -> callback(id, one, at)));
    }

    private interface Reader<T> {
        T read(Data.Fields one, String at);
    }

    private static <T> List<T> each(
            Data.Fields fields, String path, String name, Reader<T> reader) {
        List<Data> items = fields.items(name);
        return java.util.stream.IntStream.range(0, items.size())
                .mapToObj(
                        i -> {
                            String at = path + name + "[" + i + "]";
                            if (!(items.get(i) instanceof Data.Fields one)) {
                                throw new IllegalArgumentException(at + " must be an object");
                            }
                            return reader.read(one, at + ".");
                        })
                .toList();
    }

    private static Metric metric(SkillId id, Data.Fields one, String at) {
        return new Metric(
                id.value(),
                text(one, at, "name"),
                word(Unit.class, one, at, "unit"),
                word(MetricKind.class, one, at, "kind"),
                text(one, at, "meaning"));
    }

    private static Callback callback(SkillId id, Data.Fields one, String at) {
        String name = text(one, at, "name");
        if (!name.startsWith(id.value() + "_")) {
            throw new IllegalArgumentException(
                    "%sname must begin with '%s_', not be '%s'".formatted(at, id.value(), name));
        }
        Impact impact = word(Impact.class, one, at, "impact");
        if (impact.compareTo(Impact.LOW) > 0) {
            throw new IllegalArgumentException(
                    at + "impact must be FREE or LOW: a folder skill cannot cost a target more");
        }
        List<Parameter> parameters = each(one, at, "parameters", SkillJson::parameter);
        return new Callback(
                name,
                text(one, at, "meaning"),
                parameters,
                text(one, at, "returns"),
                text(one, at, "source"),
                impact,
                Set.of());
    }

    private static Parameter parameter(Data.Fields one, String at) {
        List<String> choices =
                one.items("choices").stream()
                        .map(item -> item instanceof Data.Text(String value) ? value : "")
                        .toList();
        return new Parameter(
                text(one, at, "name"),
                word(Parameter.Type.class, one, at, "type"),
                Optional.of(one.get("default").orElse(Data.NOTHING))
                        .filter(value -> !(value instanceof Data.Nothing)),
                choices,
                text(one, at, "meaning"));
    }

    private static String text(Data.Fields fields, String at, String name) {
        return fields.text(name)
                .filter(value -> !value.isBlank())
                .orElseThrow(
                        () -> new IllegalArgumentException(at + name + " is missing or no text"));
    }

    private static <E extends Enum<E>> E word(
            Class<E> type, Data.Fields fields, String at, String name) {
        String text = text(fields, at, name);
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "%s%s must be one of %s, not '%s'"
                                                .formatted(
                                                        at,
                                                        name,
                                                        Arrays.stream(type.getEnumConstants())
                                                                .map(
                                                                        one ->
                                                                                one.name()
                                                                                        .toLowerCase(
                                                                                                Locale
                                                                                                        .ROOT))
                                                                .collect(Collectors.joining(", ")),
                                                        text)));
    }
}
