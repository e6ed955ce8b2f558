package io.hotlens.app.report;

import java.util.List;

/// Takes the parts of a report one after the other. Every text may come from a target: it is shown
/// as it is and never interpreted.
interface Sheet {

    /// A name and its value.
    record Fact(String name, String value) {}

    /// Comes first.
    void title(String title, String about);

    void section(String heading);

    void part(String heading);

    /// The one sentence that matters.
    void lead(String text);

    void text(String text);

    void code(String text);

    void facts(List<Fact> facts);

    void items(List<String> items);

    /// Rows of a time, who, and what.
    void steps(List<List<String>> rows);

    /// The whole document, after the last part.
    String finish();
}
