package io.hotlens.app.llm.egress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A text under way to its cleaned form. What was replaced stands in it as a number between two
/// private characters, so that no later rule can read it. For one thread.
final class Draft {

    private static final char OPEN = '\uE000';
    private static final char CLOSE = '\uE001';

    private final List<Replaced> parts = new ArrayList<>();
    private String text;

    Draft(String text) {
        this.text = text.replace(OPEN, ' ').replace(CLOSE, ' ');
    }

    /// The text as the next rule reads it.
    String text() {
        return text;
    }

    /// Makes a stand-in for an original, or leaves it.
    @FunctionalInterface
    interface Substitute {
        Optional<String> of(StandIn kind, String original);
    }

    /// Replaces spans; they are in order, and of two that overlap the first counts.
    void replace(List<Span> spans, Substitute substitute) {
        if (spans.isEmpty()) {
            return;
        }
        var next = new StringBuilder(text.length());
        int copied = 0;
        for (Span span : spans) {
            if (span.start() < copied) {
                continue;
            }
            String original = expanded(text.substring(span.start(), span.end()), false);
            Optional<String> standIn = substitute.of(span.standIn(), original);
            if (standIn.isPresent()) {
                next.append(text, copied, span.start());
                next.append(OPEN).append(parts.size()).append(CLOSE);
                parts.add(new Replaced(span.standIn().dataClass(), original, standIn.get()));
                copied = span.end();
            }
        }
        text = next.append(text, copied, text.length()).toString();
    }

    /// Changes what stands between the replaced parts.
    void between(UnaryOperator<String> change) {
        var next = new StringBuilder(text.length());
        int from = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, from)) {
            int close = text.indexOf(CLOSE, open);
            next.append(change.apply(text.substring(from, open)));
            next.append(text, open, close + 1);
            from = close + 1;
        }
        text = next.append(change.apply(text.substring(from))).toString();
    }

    /// The cleaned text.
    ///
    /// @param replaced told of each part that is in it
    String finish(List<Replaced> replaced) {
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, open + 1)) {
            replaced.add(parts.get(number(text, open)));
        }
        return expanded(text, true);
    }

    private String expanded(String piece, boolean sent) {
        if (piece.indexOf(OPEN) < 0 && piece.indexOf(CLOSE) < 0) {
            return piece;
        }
        var whole = new StringBuilder(piece.length());
        int from = 0;
        for (int open = piece.indexOf(OPEN); open >= 0; open = piece.indexOf(OPEN, from)) {
            Replaced part = parts.get(number(piece, open));
            whole.append(piece, from, open).append(sent ? part.sent() : part.original());
            from = piece.indexOf(CLOSE, open) + 1;
        }
        return whole.append(piece, from, piece.length()).toString();
    }

    private static int number(String piece, int open) {
        return Integer.parseInt(piece, open + 1, piece.indexOf(CLOSE, open), 10);
    }
}
