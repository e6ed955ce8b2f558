package io.hotlens.app.llm.egress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The stand-ins of a session: the same original always gets the same one, and each leads back to
/// its original. Safe from any thread.
final class Pseudonyms {

    private static final long MOST_CHARS = 16_000_000;

    private static final Pattern SHAPE =
            Pattern.compile(
                    "(?<![A-Za-z0-9])("
                            + nouns(false)
                            + ")-[1-9][0-9]{0,8}(?![A-Za-z0-9])|\\[(?:"
                            + nouns(true)
                            + ") [1-9][0-9]{0,8} withheld: [0-9]{1,9} chars]");

    private record Key(StandIn kind, String original) {}

    private final Map<Key, String> byOriginal = new HashMap<>();
    private final Map<String, Key> originals = new HashMap<>();
    private final Map<StandIn, Integer> counts = new EnumMap<>(StandIn.class);
    private final long mostChars;
    private long chars;

    Pseudonyms() {
        this(MOST_CHARS);
    }

    /// @param mostChars how much text is kept in all; what comes later cannot be turned back
    Pseudonyms(long mostChars) {
        this.mostChars = mostChars;
    }

    private static String nouns(boolean notes) {
        return Arrays.stream(StandIn.values())
                .filter(kind -> kind.isNote() == notes)
                .map(StandIn::noun)
                .collect(Collectors.joining("|"));
    }

    /// What stands for this original.
    synchronized String of(StandIn kind, String original) {
        var key = new Key(kind, original);
        String known = byOriginal.get(key);
        if (known != null) {
            return known;
        }
        if (chars + original.length() > mostChars) {
            return kind.writeLost(original);
        }
        chars += original.length();
        String made = kind.write(counts.merge(kind, 1, Integer::sum), original);
        byOriginal.put(key, made);
        originals.put(made, key);
        return made;
    }

    /// The text with each stand-in of this connection turned back, and nothing else changed.
    String restore(String text) {
        return restore(text, UnaryOperator.identity());
    }

    /// @param escape how an original is written where it is put
    String restore(String text, UnaryOperator<String> escape) {
        return SHAPE.matcher(text)
                .replaceAll(
                        m ->
                                Matcher.quoteReplacement(
                                        original(m.group()).map(escape).orElse(m.group())));
    }

    private synchronized Optional<String> original(String standIn) {
        return Optional.ofNullable(originals.get(standIn)).map(Key::original);
    }

    /// Empty when it stands for nothing here.
    synchronized Optional<StandIn> kindOf(String standIn) {
        return Optional.ofNullable(originals.get(standIn)).map(Key::kind);
    }

    static boolean mentioned(String text) {
        return SHAPE.matcher(text).find();
    }

    /// What looks like a stand-in in a text that never went through here. Each gets a stand-in of
    /// its own, so that none can be taken for another.
    static List<Span> lookalikes(String text) {
        if (text.indexOf('-') < 0 && text.indexOf('[') < 0) {
            return List.of();
        }
        var found = new ArrayList<Span>();
        Matcher matcher = SHAPE.matcher(text);
        while (matcher.find()) {
            found.add(new Span(matcher.start(), matcher.end(), kind(matcher)));
        }
        return found;
    }

    private static StandIn kind(MatchResult match) {
        String word = match.group(1);
        return word == null ? StandIn.LOG_TEXT : StandIn.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
