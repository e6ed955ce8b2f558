package io.hotlens.app.llm.egress;

import io.hotlens.app.llm.Transcript;

import java.util.List;

/// A message as it leaves.
///
/// @param replaced what was withheld or replaced in it, in order
/// @param secrets how many secrets were taken out
/// @param chars of its line in the text of the request
record Cleaned(Transcript.Message message, List<Replaced> replaced, int secrets, int chars) {

    Cleaned {
        replaced = List.copyOf(replaced);
    }
}
