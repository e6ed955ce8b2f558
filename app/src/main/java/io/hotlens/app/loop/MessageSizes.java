package io.hotlens.app.loop;

import io.hotlens.app.llm.ToolSpec;
import io.hotlens.app.llm.Transcript;

import java.util.IdentityHashMap;
import java.util.List;

/// Characters of the prompts of one run, as [PromptSize] counts them. A message that stays in the
/// conversation is counted once. Belongs to the run's thread.
final class MessageSizes {

    private final IdentityHashMap<Transcript.Message, Long> known = new IdentityHashMap<>();
    private List<ToolSpec> tools = List.of();
    private long ofTools;

    long of(Transcript transcript, List<ToolSpec> with) {
        List<Transcript.Message> messages = transcript.messages();
        long sum = transcript.system().length() + of(with);
        for (Transcript.Message message : messages) {
            sum += known.computeIfAbsent(message, PromptSize::of);
        }
        if (known.size() > 2 * messages.size()) {
            known.clear();
        }
        return sum;
    }

    private long of(List<ToolSpec> with) {
        if (!with.equals(tools)) {
            tools = with;
            ofTools = PromptSize.of(with);
        }
        return ofTools;
    }
}
