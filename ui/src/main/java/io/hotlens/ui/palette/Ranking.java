package io.hotlens.ui.palette;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;

/// Chooses what the palette shows. A pure function; safe from any thread.
final class Ranking {

    private static final int WORD_IN_TEXT = 6;
    private static final int RECENT = 3;

    private record Scored(PaletteItem item, int score, int place) {}

    private static final Comparator<Scored> BEST_FIRST =
            Comparator.comparingInt(Scored::score)
                    .reversed()
                    .thenComparing(scored -> scored.item().kind())
                    .thenComparingInt(Scored::place);

    private Ranking() {}

    /// The best first; when nothing is typed, what was used last, then the rest that has a name.
    ///
    /// @param recent ids, newest first
    /// @param most of each kind, so that many names do not hide what was found
    static List<PaletteItem> find(
            String typed, List<PaletteItem> items, List<String> recent, int most) {
        String[] words = typed.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
        Map<PaletteItem.Kind, Queue<Scored>> best = new EnumMap<>(PaletteItem.Kind.class);
        int place = 0;
        for (PaletteItem item : items) {
            int score = typed.isBlank() ? idle(item, recent) : score(typed, words, item, recent);
            if (score > 0) {
                Queue<Scored> alike =
                        best.computeIfAbsent(
                                item.kind(), _ -> new PriorityQueue<>(BEST_FIRST.reversed()));
                alike.add(new Scored(item, score, place));
                if (alike.size() > most) {
                    alike.remove();
                }
            }
            place++;
        }
        return best.values().stream()
                .flatMap(Queue::stream)
                .sorted(BEST_FIRST)
                .map(Scored::item)
                .toList();
    }

    private static int idle(PaletteItem item, List<String> recent) {
        if (item.kind().isText()) {
            return 0;
        }
        int used = item.id().isEmpty() ? -1 : recent.indexOf(item.id());
        return used < 0 ? 1 : 2 + recent.size() - used;
    }

    private static int score(String typed, String[] words, PaletteItem item, List<String> recent) {
        if (!item.kind().isText()) {
            int score = Math.max(Fuzzy.score(typed, item.title()), inDetail(words, item));
            return score > 0 && recent.contains(item.id()) ? score + RECENT : score;
        }
        String text = item.text().get();
        int score = 0;
        for (String word : words) {
            if (!text.contains(word)) {
                return 0;
            }
            score += WORD_IN_TEXT;
        }
        return score;
    }

    /// A process is known by its arguments and number too.
    private static int inDetail(String[] words, PaletteItem item) {
        String detail = item.detail().toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (!detail.contains(word)) {
                return 0;
            }
        }
        return words.length;
    }
}
