package io.hotlens.skills.target;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Optional;

import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;

/// One open line to an MBean server.
///
/// @param connector empty for the server of our own JVM
record JmxLink(MBeanServerConnection server, Optional<JMXConnector> connector, Route route) {

    static JmxLink of(JMXConnector connector, Route route) throws IOException {
        return new JmxLink(connector.getMBeanServerConnection(), Optional.of(connector), route);
    }

    static JmxLink ofThisJvm(Route route) {
        return new JmxLink(ManagementFactory.getPlatformMBeanServer(), Optional.empty(), route);
    }

    /// Cuts the sockets, then lets the connector's threads end; does not wait for the peer.
    void cut() {
        route.cut();
        connector.ifPresent(
                open -> Thread.ofVirtual().name("hotlens-cut").start(() -> closeQuietly(open)));
    }

    /// Takes leave of the peer; may block until the route is cut.
    void sayGoodbye() {
        connector.ifPresent(JmxLink::closeQuietly);
        route.retire();
    }

    private static void closeQuietly(JMXConnector open) {
        try {
            open.close();
        } catch (IOException _) {
            // The peer is gone, which is what closing wants.
        }
    }
}
