package io.hotlens.app.llm.egress;

import io.hotlens.app.llm.Transcript;

import java.util.List;

/// A message as it leaves.
///
/// @param replaced what was withheld or replaced in it, in order
/// @param secrets how many secrets were taken out
record Cleaned(Transcript.Message message, List<Replaced> replaced, int secrets) {

    Cleaned {
        replaced = List.copyOf(replaced);
    }
}
