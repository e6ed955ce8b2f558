package io.hotlens.skills.target;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.rmi.Remote;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.UnicastRemoteObject;
import java.util.concurrent.atomic.AtomicBoolean;

class HostileServerTest {

    private static final AtomicBoolean RAN = new AtomicBoolean();

    @BeforeAll
    static void install() {
        Armour.install();
    }

    /// A class that is no part of JMX, and runs code when it is read.
    static final class Trap implements Remote, Serializable {
        @Serial private static final long serialVersionUID = 1;

        @Serial
        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            RAN.set(true);
            in.defaultReadObject();
        }
    }

    @Test
    void foreignClassFromTheRegistryIsRefusedUnread() throws Exception {
        int port = Agent.freePort();
        Registry registry = LocateRegistry.createRegistry(port);
        try {
            registry.rebind("jmxrmi", new Trap());
            var refused =
                    assertThrows(
                            TargetException.Denied.class,
                            () -> Connector.open(JvmAddress.JmxUrl.of("127.0.0.1", port)).close());
            assertTrue(
                    String.valueOf(refused.getMessage()).contains("refused unread"),
                    refused.getMessage());
            assertFalse(RAN.get());
        } finally {
            UnicastRemoteObject.unexportObject(registry, true);
        }
    }

    @Test
    void armourIsInPlaceInThisProcess() {
        assertTrue(Armour.problem().isEmpty(), () -> Armour.problem().orElse(""));
    }
}
