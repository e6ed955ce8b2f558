package io.hotlens.app.insight;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Which anomaly can cause which: the knowledge of `causes.json`.
public final class CausalModel {

    private static final Duration CLOSE = Duration.ofMinutes(10);
    private static final String RESOURCE = "causes.json";

    private final Map<String, Cause> causes = new LinkedHashMap<>();

    /// @throws IllegalArgumentException when a type leads to one that is not described
    public CausalModel(Collection<Cause> all) {
        all.forEach(cause -> causes.put(cause.type(), cause));
        for (Cause cause : all) {
            for (Cause.Edge edge : cause.leadsTo()) {
                if (!causes.containsKey(edge.to())) {
                    throw new IllegalArgumentException(
                            "%s leads to '%s', which is not described"
                                    .formatted(cause.type(), edge.to()));
                }
            }
        }
    }

    /// The model that ships with Hotlens.
    public static CausalModel builtIn() {
        try (InputStream in = CausalModel.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads `{type: {title, entailed, symptom, causes: [{to, when, why}], recommendation,
    /// verify_with}}`.
    ///
    /// @throws IllegalArgumentException when it is not of that shape; the message says where
    public static CausalModel parse(String json) {
        if (!(Json.parse(json) instanceof Data.Fields types)) {
            throw new IllegalArgumentException("the causal model is not an object");
        }
        var all = new ArrayList<Cause>();
        types.values().forEach((type, value) -> all.add(cause(type, value)));
        return new CausalModel(all);
    }

    private static Cause cause(String type, Data value) {
        if (!(value instanceof Data.Fields fields)) {
            throw new IllegalArgumentException(type + " is not an object");
        }
        return new Cause(
                type,
                text(type, fields, "title"),
                flag(fields, "entailed"),
                flag(fields, "symptom"),
                fields.items("causes").stream().map(edge -> edge(type, edge)).toList(),
                text(type, fields, "recommendation"),
                text(type, fields, "verify_with"));
    }

    private static Cause.Edge edge(String type, Data value) {
        if (!(value instanceof Data.Fields fields)) {
            throw new IllegalArgumentException(type + ": a cause is not an object");
        }
        String when = fields.text("when").orElse("same_target").toUpperCase(Locale.ROOT);
        return new Cause.Edge(
                text(type, fields, "to"), Cause.Join.valueOf(when), text(type, fields, "why"));
    }

    private static String text(String type, Data.Fields fields, String name) {
        return fields.text(name)
                .orElseThrow(() -> new IllegalArgumentException(type + " has no '" + name + "'"));
    }

    private static boolean flag(Data.Fields fields, String name) {
        return fields.get(name).orElse(Data.NOTHING).equals(Data.of(true));
    }

    public Optional<Cause> get(String type) {
        return Optional.ofNullable(causes.get(type));
    }

    public Collection<Cause> all() {
        return causes.values();
    }

    /// The edge by which `cause` can have brought about `effect`; empty when there is none or they
    /// do not fit together.
    public Optional<Cause.Edge> edge(Fact cause, Fact effect) {
        return get(cause.type()).stream()
                .flatMap(c -> c.leadsTo().stream())
                .filter(e -> e.to().equals(effect.type()) && fits(e.when(), cause, effect))
                .findFirst();
    }

    private static boolean fits(Cause.Join join, Fact cause, Fact effect) {
        Duration apart = Duration.between(cause.detectedAt(), effect.detectedAt()).abs();
        return apart.compareTo(CLOSE) <= 0
                && switch (join) {
                    case SAME_TARGET -> true;
                    case SAME_SUBJECT ->
                            cause.subject().isEmpty()
                                    || effect.subject().isEmpty()
                                    || cause.subject().equals(effect.subject());
                    case BEFORE ->
                            cause.sinceMs() <= 0
                                    || effect.sinceMs() <= 0
                                    || cause.sinceMs() <= effect.sinceMs();
                };
    }

    /// The place of a type in the model: likelier roots come first.
    public int rank(String type) {
        int place = List.copyOf(causes.keySet()).indexOf(type);
        return place < 0 ? causes.size() : place;
    }

    /// Types that can bring about `type`.
    public List<String> causesOf(String type) {
        return causes.values().stream()
                .filter(c -> c.leadsTo().stream().anyMatch(e -> e.to().equals(type)))
                .map(Cause::type)
                .toList();
    }
}
