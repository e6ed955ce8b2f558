package io.hotlens.app.llm.egress;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A request that is about to leave.
///
/// @param model whom it is for, such as `anthropic:claude-haiku-4-5-20251001`
/// @param text all that would leave, cleaned: system prompt, tools and messages, one JSON object a
///   line
/// @param withheld how many parts of each class were withheld or replaced
/// @param replaced those parts in the order of the text, without the secrets
public record EgressPreview(
        String model, String text, Map<DataClass, Integer> withheld, List<Replaced> replaced) {

    public EgressPreview {
        Map<DataClass, Integer> ordered = new EnumMap<>(DataClass.class);
        ordered.putAll(withheld);
        withheld = Map.copyOf(ordered);
        replaced = List.copyOf(replaced);
    }
}
