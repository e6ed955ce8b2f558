package io.hotlens.app.llm.egress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Hosts and accounts that were named once, to be known again within other words, such as the name
/// of a thread. The newest are held. Safe from any thread.
final class KnownNames {

    private static final int MOST = 200;
    private static final int SHORTEST = 5;

    private final Map<String, StandIn> names =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, StandIn> eldest) {
                    return size() > MOST;
                }
            };

    private long learned;

    /// Rises with each name that was new.
    synchronized long learned() {
        return learned;
    }

    /// Learns a name, unless it is too short or everybody's, or the host's name is a plain word. Of
    /// a host's name the first part is one, too.
    synchronized void learn(String name, StandIn kind) {
        if (name.length() < SHORTEST || Words.isPublicName(name)) {
            return;
        }
        if (kind != StandIn.HOST) {
            put(name, kind);
            return;
        }
        int dot = name.indexOf('.');
        String first = dot < 0 ? name : name.substring(0, dot);
        for (String host : List.of(name, first)) {
            if (host.length() >= SHORTEST && host.chars().anyMatch(c -> !Character.isLetter(c))) {
                put(host, kind);
            }
        }
    }

    private void put(String name, StandIn kind) {
        if (names.putIfAbsent(name, kind) == null) {
            learned++;
        }
    }

    /// Where known names stand, in order and without overlap; of two the longer.
    synchronized List<Span> find(String text) {
        var found = new ArrayList<Span>();
        names.forEach((name, kind) -> find(text, name, kind, found));
        found.sort(
                Comparator.comparingInt(Span::start)
                        .thenComparing(Comparator.comparingInt(Span::end).reversed()));
        return found;
    }

    private static void find(String text, String name, StandIn kind, List<Span> found) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
            int end = at + name.length();
            if (!goesOn(text, at - 1, -1) && !goesOn(text, end, 1)) {
                found.add(new Span(at, end, kind));
            }
        }
    }

    /// Whether a name goes on at `i`, or a name in code around it.
    private static boolean goesOn(String text, int i, int step) {
        char c = at(text, i);
        return Character.isLetterOrDigit(c)
                || c == '$'
                || (c == '.' && Character.isLetterOrDigit(at(text, i + step)));
    }

    private static char at(String text, int i) {
        return i < 0 || i >= text.length() ? ' ' : text.charAt(i);
    }
}
