package io.hotlens.skills.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.rmi.Remote;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.UnicastRemoteObject;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.DynamicMBean;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.remote.JMXServiceURL;
import javax.management.remote.rmi.RMIConnectorServer;
import javax.management.remote.rmi.RMIJRMPServerImpl;
import javax.net.ssl.SSLContext;

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

    /// Says that its attribute is text, and returns a trap.
    static final class Liar implements DynamicMBean {
        @Override
        public Object getAttribute(String attribute) {
            return attribute.equals("Text") ? new Trap() : "harmless";
        }

        @Override
        public void setAttribute(Attribute attribute) {
            throw new UnsupportedOperationException();
        }

        @Override
        public AttributeList getAttributes(String[] names) {
            var values = new AttributeList();
            for (String name : names) {
                values.add(new Attribute(name, getAttribute(name)));
            }
            return values;
        }

        @Override
        public AttributeList setAttributes(AttributeList attributes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Object invoke(String action, Object[] parameters, String[] signature) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MBeanInfo getMBeanInfo() {
            var attributes =
                    new MBeanAttributeInfo[] {
                        new MBeanAttributeInfo(
                                "Text", String.class.getName(), "", true, false, false),
                        new MBeanAttributeInfo(
                                "Good", String.class.getName(), "", true, false, false)
                    };
            return new MBeanInfo("x", "", attributes, null, null, null);
        }
    }

    @Test
    void attributeThatLiesAboutItsTypeIsRefusedAndTheConnectionLives() throws Exception {
        int port = Agent.freePort();
        var bean = new ObjectName("io.hotlens.test:type=Liar");
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        server.registerMBean(new Liar(), bean);
        Registry registry = LocateRegistry.createRegistry(port);
        var stub = new RMIJRMPServerImpl(0, null, null, Map.of());
        var connector =
                new RMIConnectorServer(
                        new JMXServiceURL("service:jmx:rmi://127.0.0.1"), Map.of(), stub, server);
        try {
            connector.start();
            registry.rebind("jmxrmi", stub.toStub());
            try (TargetConnection connection =
                    Connector.open(JvmAddress.JmxUrl.of("127.0.0.1", port))) {
                String name = bean.getCanonicalName();
                var refused =
                        assertThrows(
                                TargetException.Unsupported.class,
                                () -> connection.beans().get(name, "Text"));
                assertTrue(
                        String.valueOf(refused.getMessage()).contains("does not accept"),
                        refused.getMessage());
                assertFalse(RAN.get());
                assertEquals(Data.of("harmless"), connection.beans().get(name, "Good"));
                assertTrue(connection.state().isConnected());
            }
        } finally {
            connector.stop();
            server.unregisterMBean(bean);
            UnicastRemoteObject.unexportObject(registry, true);
        }
    }

    @Test
    void restOfTheProcessKeepsItsTls() throws Exception {
        SSLContext context = SSLContext.getDefault();
        assertTrue(context.createSSLEngine("example.org", 443).getSSLParameters() != null);
        assertTrue(context.getDefaultSSLParameters().getProtocols().length > 0);
        assertTrue(context.getSocketFactory().getDefaultCipherSuites().length > 0);
        assertTrue(context.getServerSocketFactory().getDefaultCipherSuites().length > 0);
        assertTrue(context.getSocketFactory().createSocket() != null);
    }

    @Test
    void socketsThatNobodyAskedForAreNotOpened() {
        var sockets = new RmiSockets();
        var refused =
                assertThrows(
                        IOException.class, () -> sockets.createSocket("internal.example", 1099));
        assertTrue(String.valueOf(refused.getMessage()).contains("no connection of Hotlens"));
    }

    @Test
    void armourIsInPlaceInThisProcess() {
        assertTrue(Armour.problem().isEmpty(), () -> Armour.problem().orElse(""));
    }
}
