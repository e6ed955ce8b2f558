package io.hotlens.ui.console;

import java.util.ArrayList;
import java.util.List;

/// What was run before, with a place that moves through it. What is being typed is kept as the
/// newest entry while the user looks back.
public final class InputHistory {

    private static final int MOST = 200;

    private final List<String> entries = new ArrayList<>();
    private int place;
    private String draft = "";

    /// Remembers `input` and goes back to the end; the same input twice in a row is kept once.
    public void add(String input) {
        if (entries.isEmpty() || !entries.getLast().equals(input)) {
            entries.add(input);
        }
        if (entries.size() > MOST) {
            entries.removeFirst();
        }
        place = entries.size();
        draft = "";
    }

    /// The one before, or `present` at the beginning.
    public String back(String present) {
        if (place == entries.size()) {
            draft = present;
        }
        if (place == 0) {
            return present;
        }
        place--;
        return entries.get(place);
    }

    /// The one after; behind the newest, what was being typed.
    public String forward(String present) {
        if (place == entries.size()) {
            return present;
        }
        place++;
        return place == entries.size() ? draft : entries.get(place);
    }
}
