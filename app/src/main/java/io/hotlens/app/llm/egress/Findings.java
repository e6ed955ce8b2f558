package io.hotlens.app.llm.egress;

import java.util.ArrayList;
import java.util.List;

/// What cleaning took out of one message. For one thread.
final class Findings {

    private final List<Replaced> replaced = new ArrayList<>();
    private final List<String> read = new ArrayList<>();
    private int secrets;

    List<Replaced> replaced() {
        return replaced;
    }

    /// A text in which what is known was looked for.
    void read(String text) {
        read.add(text);
    }

    WordStarts starts() {
        return WordStarts.of(read);
    }

    void secret(int more) {
        secrets += more;
    }

    int secrets() {
        return secrets;
    }
}
