package io.hotlens.app.cli;

import io.hotlens.app.session.Session;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.skills.target.Subscription;

/// Whether the investigations of a command are kept.
///
/// @param on false for `--no-history`
record Keeping(boolean on) {

    /// Keeps those of a session until it is closed; says once when it cannot.
    Subscription follow(Session session, SessionFactory sessions, Terminal terminal) {
        if (!on) {
            return () -> {};
        }
        sessions.history()
                .tell(
                        sentence -> {
                            if (!sentence.isEmpty()) {
                                terminal.progress(sentence);
                            }
                        });
        return sessions.history().follow(session.historySource());
    }
}
