package io.hotlens.app.cli;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import java.io.PrintWriter;

/// Where a command writes: results to `out`, everything else to `err`.
record Terminal(PrintWriter out, PrintWriter err) {

    /// Prints one JSON value and nothing else.
    void json(Data data) {
        out.println(Json.write(data));
        out.flush();
    }

    /// Prints one JSON value for people to read.
    void pretty(Data data) {
        out.println(Json.writePretty(data));
        out.flush();
    }

    void line(String text) {
        out.println(Printable.of(text));
        out.flush();
    }

    /// Something on the way; only for people.
    void progress(String text) {
        err.println(Printable.of(text));
        err.flush();
    }

    /// Whether a person is looking.
    @SuppressWarnings("SystemConsoleNull") // null is still allowed by its contract
    static boolean isInteractive() {
        var console = System.console();
        return console != null && console.isTerminal();
    }
}
