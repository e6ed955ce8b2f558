package io.hotlens.app.llm;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Set;

/// Gives the calls of one answer ids that are unique within the transcript. Made ids depend on the
/// transcript only; they have nine letters and digits, since Mistral takes no others.
final class CallIds {

    private final Set<String> used = new HashSet<>();
    private int number;

    CallIds(Transcript transcript) {
        for (Transcript.Message message : transcript.messages()) {
            if (message instanceof Transcript.FromModel answer) {
                answer.calls().forEach(call -> used.add(call.id()));
            }
        }
        number = transcript.messages().size();
    }

    /// The provider's own id, or a new one when it gave none or one that is taken.
    String unique(@Nullable String given) {
        return given != null && !given.isBlank() && used.add(given) ? given : next();
    }

    /// A new id.
    String next() {
        String id;
        do {
            id = "call%05d".formatted(number++ % 100_000);
        } while (!used.add(id));
        return id;
    }
}
