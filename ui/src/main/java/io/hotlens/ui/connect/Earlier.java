package io.hotlens.ui.connect;

import java.time.Instant;

/// A target that was open when the window was used last.
public sealed interface Earlier {

    String name();

    /// A process of this host.
    ///
    /// @param startedAt by which it is told from another process of the same number
    record Local(long pid, Instant startedAt, String name) implements Earlier {}

    /// A JMX address; its password is not known any more.
    ///
    /// @param user empty when none was given
    record Remote(String address, String user, String name) implements Earlier {}
}
