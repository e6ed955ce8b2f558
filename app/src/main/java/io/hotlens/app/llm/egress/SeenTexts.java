package io.hotlens.app.llm.egress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Texts that were withheld once, to be known again wherever they or pieces of them turn up: in the
/// observation that quotes a log record, or in what a script cut out of one. Safe from any thread.
final class SeenTexts {

    private static final int WINDOW = 16;
    private static final int SHORTEST = WordStarts.LENGTH;
    private static final int MOST_STARTS = 256;
    private static final int MOST_WINDOWS = 60_000;
    private static final int MOST_NEW = 1 << 14;

    /// Where a window stands.
    ///
    /// @param whole whether only the whole text counts
    private record Spot(String text, int from, boolean whole, StandIn kind) {}

    private final Map<String, Spot> spots =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Spot> eldest) {
                    boolean full = size() > MOST_WINDOWS;
                    if (full) {
                        begins[(char) WordStarts.hash(eldest.getKey(), 0)]--;
                    }
                    return full;
                }
            };

    /// How many windows begin so, by the lower half of the hash.
    private final char[] begins = new char[1 << 16];

    /// How the newest windows begin, the next at the number of all that were learned.
    private final int[] newest = new int[MOST_NEW];

    private long learned;

    /// Learns a text.
    ///
    /// @return whether the text will be known again; too short ones are not, since they would be
    ///   found everywhere
    synchronized boolean learn(String text, StandIn kind) {
        if (text.length() < WINDOW) {
            boolean phrase = text.length() >= SHORTEST && text.strip().indexOf(' ') > 0;
            if (phrase) {
                put(text, new Spot(text, 0, true, kind));
            }
            return phrase;
        }
        int starts = 0;
        for (int i = 0; i + WINDOW <= text.length() && starts < MOST_STARTS; i++) {
            String window = WordStarts.isStart(text, i) ? text.substring(i, i + WINDOW) : "";
            if (window.strip().indexOf(' ') > 0) {
                put(window, new Spot(text, i, false, kind));
                starts++;
            } else if (i == 0) {
                put(window, new Spot(text, 0, true, kind));
            }
        }
        return true;
    }

    private void put(String window, Spot spot) {
        Spot known = spots.get(window);
        if (known == null || !known.text().equals(spot.text()) || known.whole() != spot.whole()) {
            int hash = WordStarts.hash(window, 0);
            if (known == null) {
                begins[(char) hash]++;
            }
            spots.put(window, spot);
            newest[(int) (learned % MOST_NEW)] = hash;
            learned++;
        }
    }

    /// Whether a text that was learned since may stand in what begins so; false only when none
    /// does.
    ///
    /// @param since an earlier [#learned()]
    synchronized boolean concerns(WordStarts starts, long since) {
        if (learned - since > MOST_NEW) {
            return true;
        }
        for (long i = since; i < learned; i++) {
            if (starts.may(newest[(int) (i % MOST_NEW)])) {
                return true;
            }
        }
        return false;
    }

    /// Rises with each text that was new.
    synchronized long learned() {
        return learned;
    }

    /// Where known texts stand, in order.
    synchronized List<Span> find(String text) {
        if (spots.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Span>();
        int i = 0;
        while (i + SHORTEST <= text.length()) {
            Optional<Span> span = WordStarts.isStart(text, i) ? at(text, i) : Optional.empty();
            span.ifPresent(found::add);
            i = span.map(Span::end).orElse(i + 1);
        }
        return found;
    }

    private Optional<Span> at(String text, int i) {
        if (begins[(char) WordStarts.hash(text, i)] == 0) {
            return Optional.empty();
        }
        for (int length = Math.min(WINDOW, text.length() - i); length >= SHORTEST; length--) {
            Spot spot = spots.get(text.substring(i, i + length));
            if (spot != null) {
                int run = run(text, i, spot);
                boolean all = run == spot.text().length() - spot.from();
                boolean fits = all && endsWord(text, i + run);
                if (run >= length && (fits || !spot.whole())) {
                    return Optional.of(new Span(i, i + run, spot.kind()));
                }
            }
        }
        return Optional.empty();
    }

    private static int run(String text, int i, Spot spot) {
        int most = Math.min(text.length() - i, spot.text().length() - spot.from());
        int run = 0;
        while (run < most && text.charAt(i + run) == spot.text().charAt(spot.from() + run)) {
            run++;
        }
        return run;
    }

    private static boolean endsWord(String text, int end) {
        return end >= text.length() || !Character.isLetterOrDigit(text.charAt(end));
    }
}
