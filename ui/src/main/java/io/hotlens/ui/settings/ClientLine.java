package io.hotlens.ui.settings;

import io.hotlens.app.model.ModelClient;

import java.util.List;

/// One client in the list.
///
/// @param parts what it plays, in words
record ClientLine(ModelClient client, Key key, List<String> parts) {

    ClientLine {
        parts = List.copyOf(parts);
    }

    String name() {
        return client.name();
    }

    /// Whether it has what it answers for.
    enum Key {
        LOOKING,
        FOUND,
        MISSING,
        /// It may need one; without, it answers or says so.
        NOT_NEEDED
    }
}
