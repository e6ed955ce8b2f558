package io.hotlens.app.llm.egress;

import java.util.ArrayList;
import java.util.List;

/// What cleaning took out of one message. For one thread.
final class Findings {

    private final List<Replaced> replaced = new ArrayList<>();
    private int secrets;

    List<Replaced> replaced() {
        return replaced;
    }

    void secret(int more) {
        secrets += more;
    }

    int secrets() {
        return secrets;
    }
}
