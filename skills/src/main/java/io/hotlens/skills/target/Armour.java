package io.hotlens.skills.target;

import java.io.IOException;
import java.io.ObjectInputFilter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.rmi.server.RMISocketFactory;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/// Protects this process from the JVMs it connects to: an allow-list for what they may send, RMI
/// sockets that go only where the user said and can be cut, and TLS with its own trust for each
/// target. Each of these can be set once in a process, so this comes first in `main`.
public final class Armour {

    private static final Logger LOG = System.getLogger(Armour.class.getName());

    /// How long RMI waits for the first answer of a peer; it reads this once.
    private static final String HANDSHAKE = "sun.rmi.transport.tcp.handshakeTimeout";

    private static final String HANDSHAKE_MS = "5000";

    /// Why it could not be put on; the class initialiser runs it once for the process.
    private static final Optional<String> PROBLEM = putOn();

    private Armour() {}

    /// Installs everything; a second call does nothing. When something of this process came first
    /// and it is too late, remote connections are refused.
    public static void install() {
        PROBLEM.ifPresent(why -> LOG.log(Level.ERROR, () -> "remote targets are refused: " + why));
    }

    /// Why the process is not protected; empty when it is.
    static Optional<String> problem() {
        return PROBLEM;
    }

    private static Optional<String> putOn() {
        if (System.getProperty(HANDSHAKE) == null) {
            System.setProperty(HANDSHAKE, HANDSHAKE_MS);
        }
        try {
            ObjectInputFilter.Config.setSerialFilterFactory(new RmiFilter());
            RMISocketFactory.setSocketFactory(new RmiSockets());
            RouteSslContext.install();
            return Optional.empty();
        } catch (IllegalStateException | IOException | NoSuchAlgorithmException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
