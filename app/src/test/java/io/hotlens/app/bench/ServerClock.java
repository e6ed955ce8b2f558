package io.hotlens.app.bench;

import io.hotlens.app.llm.wire.Answer;
import io.hotlens.app.llm.wire.Asked;

import java.util.ArrayList;
import java.util.List;

/// A model of a server that answers at once, and notes how long it was not asked. For one client at
/// a time.
final class ServerClock {

    private final Errand errand;
    private final List<Double> gaps = new ArrayList<>();
    private long left;

    ServerClock(Errand errand) {
        this.errand = errand;
    }

    synchronized Answer answer(Asked asked) {
        long now = System.nanoTime();
        if (left != 0) {
            gaps.add((now - left) / 1e6);
        }
        List<Asked.Said.Result> results = asked.results();
        String first = results.isEmpty() ? "" : results.getFirst().text();
        Errand.Choice choice = errand.choose("work", results.size(), first);
        Answer answer = Answer.call(choice.tool(), choice.arguments());
        return (exchange, wire) -> {
            noteLeft();
            answer.give(exchange, wire);
        };
    }

    private synchronized void noteLeft() {
        left = System.nanoTime();
    }

    /// From each answer to the next question, in ms, since the last call of this.
    synchronized List<Double> gaps() {
        List<Double> taken = List.copyOf(gaps);
        gaps.clear();
        left = 0;
        return taken;
    }
}
