package io.hotlens.ui.console;

import io.hotlens.skills.data.Data;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// An answer that is a list of rows, or of numbers.
///
/// @param columns names of the fields that hold single values, in the order in which they come
record Rows(List<String> columns, List<Data.Fields> rows) {

    /// What a list of numbers is called as a column.
    private static final String VALUE = "value";

    Rows {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// The rows of `answer`, or of the one list in it; empty when it is not of that shape.
    static Optional<Rows> of(Data answer) {
        return switch (answer) {
            case Data.Items(List<Data> items) -> list(items);
            case Data.Fields fields -> {
                List<Data.Items> lists =
                        fields.values().values().stream()
                                .filter(Data.Items.class::isInstance)
                                .map(Data.Items.class::cast)
                                .toList();
                yield lists.size() == 1 ? list(lists.getFirst().values()) : Optional.empty();
            }
            case Data.Text _, Data.Num _, Data.Bool _, Data.Nothing _ -> Optional.empty();
        };
    }

    private static Optional<Rows> list(List<Data> items) {
        if (items.size() > 1 && items.stream().allMatch(Data.Num.class::isInstance)) {
            return Optional.of(
                    new Rows(
                            List.of(VALUE),
                            items.stream()
                                    .map(item -> Data.fields().put(VALUE, item).build())
                                    .toList()));
        }
        if (items.isEmpty() || !items.stream().allMatch(Data.Fields.class::isInstance)) {
            return Optional.empty();
        }
        List<Data.Fields> rows = items.stream().map(Data.Fields.class::cast).toList();
        var columns = new LinkedHashSet<String>();
        rows.forEach(
                row ->
                        row.values()
                                .forEach(
                                        (name, value) -> {
                                            if (isSingle(value)) {
                                                columns.add(name);
                                            }
                                        }));
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rows(List.copyOf(columns), rows));
    }

    private static boolean isSingle(Data value) {
        return !(value instanceof Data.Items || value instanceof Data.Fields);
    }

    /// Columns that hold numbers only.
    List<String> numbers() {
        return columns.stream().filter(column -> all(column, Data.Num.class::isInstance)).toList();
    }

    /// What each row is called: its first text, else its number in the list.
    List<String> names() {
        Optional<String> texts =
                columns.stream()
                        .filter(column -> all(column, Data.Text.class::isInstance))
                        .findFirst();
        return IntStream.range(0, rows.size())
                .mapToObj(
                        i ->
                                texts.flatMap(rows.get(i)::text)
                                        .orElseGet(() -> String.valueOf(i + 1)))
                .toList();
    }

    /// Whether there is a value and each one is as wanted.
    private boolean all(String column, Predicate<Data> wanted) {
        List<Data> values = rows.stream().flatMap(row -> row.get(column).stream()).toList();
        return !values.isEmpty() && values.stream().allMatch(wanted);
    }
}
