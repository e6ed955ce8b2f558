package io.hotlens.skills.target;

import java.io.IOException;
import java.rmi.server.RMISocketFactory;
import java.util.concurrent.atomic.AtomicBoolean;

/// Protects this process from the JVMs it connects to. Installed once, first thing in `main`.
public final class Armour {

    private static final AtomicBoolean INSTALLED = new AtomicBoolean();

    private Armour() {}

    /// Installs everything; a second call does nothing.
    ///
    /// @throws IllegalStateException when something of this process came first and it is too late
    public static void install() {
        if (!INSTALLED.compareAndSet(false, true)) {
            return;
        }
        try {
            RMISocketFactory.setSocketFactory(new RmiSockets());
        } catch (IOException e) {
            throw new IllegalStateException("another RMI socket factory is in place", e);
        }
    }
}
