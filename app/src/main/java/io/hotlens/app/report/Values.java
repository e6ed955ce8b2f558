package io.hotlens.app.report;

import io.hotlens.app.report.Sheet.Fact;
import io.hotlens.skills.data.Data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Evidence as rows: `threads.1.name`, `order-writer`.
final class Values {

    private static final int MOST = 80;

    private Values() {}

    /// The values in their order; when there are too many, the last row says how many are left out.
    static List<Fact> of(Data evidence) {
        var facts = new ArrayList<Fact>();
        add("", evidence, facts);
        if (facts.size() <= MOST) {
            return facts;
        }
        int left = facts.size() - MOST;
        List<Fact> shown = new ArrayList<>(facts.subList(0, MOST));
        shown.add(new Fact("...", left + " more values are in the JSON report"));
        return shown;
    }

    private static void add(String name, Data value, List<Fact> facts) {
        switch (value) {
            case Data.Text(String text) -> facts.add(new Fact(name, text));
            case Data.Num(double number) -> facts.add(new Fact(name, number(number)));
            case Data.Bool(boolean truth) -> facts.add(new Fact(name, truth ? "yes" : "no"));
            case Data.Nothing _ -> {}
            case Data.Items(List<Data> items) -> {
                for (int i = 0; i < items.size(); i++) {
                    add(name + "." + (i + 1), items.get(i), facts);
                }
            }
            case Data.Fields fields -> {
                for (Map.Entry<String, Data> field : fields.values().entrySet()) {
                    add(
                            name.isEmpty() ? field.getKey() : name + "." + field.getKey(),
                            field.getValue(),
                            facts);
                }
            }
        }
    }

    /// Whole numbers with their thousands separated, others with two digits after the point.
    static String number(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%,.0f" : "%,.2f", value);
    }
}
