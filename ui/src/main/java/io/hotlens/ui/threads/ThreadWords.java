package io.hotlens.ui.threads;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.metric.Reading;
import io.hotlens.ui.control.DataTree;
import io.hotlens.ui.model.Vitals;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Threads in words.
final class ThreadWords {

    private ThreadWords() {}

    static String sentence(Vitals vitals) {
        Optional<Double> total = value(vitals, "threads.threads_total");
        if (total.isEmpty()) {
            return Messages.text("thread.sentence_unknown");
        }
        double deadlocked = value(vitals, "threads.deadlocked").orElse(0.0);
        double blocked = value(vitals, "threads.blocked").orElse(0.0);
        String threads = Formats.number(total.get());
        if (deadlocked > 0) {
            return Messages.text("thread.sentence_deadlock", threads, Formats.number(deadlocked));
        }
        return blocked > 0
                ? Messages.text("thread.sentence_blocked", threads, Formats.number(blocked))
                : Messages.text("thread.sentence_free", threads);
    }

    private static Optional<Double> value(Vitals vitals, String metric) {
        return vitals.vital(metric)
                .flatMap(
                        vital ->
                                vital.latest() instanceof Reading.Known known
                                        ? Optional.of(Math.rint(known.value()))
                                        : Optional.empty());
    }

    /// What a cell shows of a field: lists on one line, a stack by its innermost frame, groups by
    /// their sizes.
    static String cell(Data value) {
        return switch (value) {
            case Data.Items(List<Data> values) ->
                    values.stream().limit(6).map(DataTree::words).collect(Collectors.joining(", "))
                            + (values.size() > 6 ? ", …" : "");
            case Data.Fields(Map<String, Data> values) ->
                    values.entrySet().stream()
                            .map(entry -> entry.getKey() + " " + DataTree.words(entry.getValue()))
                            .collect(Collectors.joining(", "));
            case Data.Nothing _ -> "";
            case Data.Text _, Data.Num _, Data.Bool _ -> DataTree.words(value);
        };
    }

    static String innermost(Data.Fields row) {
        return row.items("stack").stream().findFirst().map(DataTree::words).orElse("");
    }

    /// Everything that a row says, to be searched.
    static String all(Data value) {
        return switch (value) {
            case Data.Items(List<Data> values) ->
                    values.stream().map(ThreadWords::all).collect(Collectors.joining("\n"));
            case Data.Fields(Map<String, Data> values) ->
                    values.values().stream()
                            .map(ThreadWords::all)
                            .collect(Collectors.joining("\n"));
            case Data.Text _, Data.Num _, Data.Bool _, Data.Nothing _ -> DataTree.words(value);
        };
    }

    /// The whole of a row: its threads, then its stack, one frame on each line.
    static String details(Data.Fields row) {
        String names =
                row.items("names").stream().map(DataTree::words).collect(Collectors.joining("\n"));
        String stack =
                row.items("stack").stream()
                        .map(frame -> "at " + DataTree.words(frame))
                        .collect(Collectors.joining("\n"));
        if (names.isEmpty() && stack.isEmpty()) {
            return row.values().entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + cell(entry.getValue()))
                    .collect(Collectors.joining("\n"));
        }
        return names.isEmpty() ? stack : names + "\n\n" + stack;
    }

    /// Numbers by size, everything else by text.
    static int compare(String a, String b) {
        try {
            return Double.compare(number(a), number(b));
        } catch (NumberFormatException _) {
            return a.compareTo(b);
        }
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace(",", ""));
    }
}
