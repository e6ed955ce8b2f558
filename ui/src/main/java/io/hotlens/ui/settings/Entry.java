package io.hotlens.ui.settings;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// One field and what is wrong with it, empty when nothing is.
record Entry(StringProperty text, StringProperty wrong) {

    static Entry empty() {
        return new Entry(new SimpleStringProperty(""), new SimpleStringProperty(""));
    }

    /// Puts a text that is right.
    void fill(String right) {
        text.set(right);
        wrong.set("");
    }
}
