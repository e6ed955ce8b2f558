package io.hotlens.app.settings;

import io.hotlens.app.llm.egress.DataClass;
import io.hotlens.app.llm.egress.EgressPolicy;
import io.hotlens.skills.data.Data;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// `{mode: never|ask|automatic, allowed: [CLASS]}`; without it the user is asked and no class is
/// allowed.
final class EgressJson {

    private EgressJson() {}

    static EgressPolicy read(JsonObject egress) {
        egress.only("mode", "allowed");
        EgressPolicy usual = EgressPolicy.DEFAULT;
        EgressPolicy.Mode mode =
                egress.text("mode")
                        .map(word -> word(EgressPolicy.Mode.class, egress.at() + "mode", word))
                        .orElse(usual.mode());
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

    static Data write(EgressPolicy policy) {
        return Data.fields()
                .put("mode", word(policy.mode()))
                .put(
                        "allowed",
                        policy.allowed().stream()
                                .sorted()
                                .map(EgressJson::word)
                                .map(Data::of)
                                .toList())
                .build();
    }
}
