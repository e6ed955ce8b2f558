package io.hotlens.app.settings;

import io.hotlens.app.llm.egress.DataClass;
import io.hotlens.app.llm.egress.EgressPolicy;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// `{mode: never|ask|automatic, allowed: [CLASS], targets: {TARGET: {mode, allowed}}}`; without it
/// the user is asked and no class is allowed. What a target leaves out is as for all.
final class EgressJson {

    private EgressJson() {}

    static EgressChoices read(JsonObject egress) {
        egress.only("mode", "allowed", "targets");
        EgressPolicy usual = policy(egress, EgressPolicy.DEFAULT);
        var targets = new LinkedHashMap<TargetKey, EgressPolicy>();
        egress.object("targets")
                .objects()
                .forEach(
                        (name, own) ->
                                targets.put(
                                        new TargetKey(name),
                                        policy(own.only("mode", "allowed"), usual)));
        return new EgressChoices(usual, targets);
    }

    private static EgressPolicy policy(JsonObject egress, EgressPolicy usual) {
        EgressPolicy.Mode mode =
                egress.text("mode")
                        .map(word -> word(EgressPolicy.Mode.class, egress.at() + "mode", word))
                        .orElse(usual.mode());
        if (egress.fields().get("allowed").isEmpty()) {
            return new EgressPolicy(mode, usual.allowed());
        }
        Set<DataClass> allowed = EnumSet.noneOf(DataClass.class);
        for (String word : egress.texts("allowed")) {
            allowed.add(word(DataClass.class, egress.at() + "allowed", word));
        }
        return new EgressPolicy(mode, allowed);
    }

    private static <E extends Enum<E>> E word(Class<E> type, String at, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> word(one).equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "%s must be one of %s, not '%s'"
                                                .formatted(
                                                        at,
                                                        Arrays.stream(type.getEnumConstants())
                                                                .map(EgressJson::word)
                                                                .collect(Collectors.joining(", ")),
                                                        word)));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static Data write(EgressChoices choices) {
        var targets = new LinkedHashMap<String, Data>();
        choices.targets().forEach((key, own) -> targets.put(key.value(), write(own).build()));
        return write(choices.usual()).put("targets", Data.fields(targets)).build();
    }

    private static FieldsBuilder write(EgressPolicy policy) {
        return Data.fields()
                .put("mode", word(policy.mode()))
                .put(
                        "allowed",
                        policy.allowed().stream()
                                .sorted()
                                .map(EgressJson::word)
                                .map(Data::of)
                                .toList());
    }
}
