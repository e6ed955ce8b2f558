package io.hotlens.skills.target;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;

class RoutesTest {

    /// Loopback, but nobody else's in this process.
    private static final String HOST = "127.0.0.7";

    private static Route begun() {
        var route = new Route(HOST, false, Optional.empty());
        Routes.begin(route);
        return route;
    }

    @Test
    void aConnectionThatBeganKeepsTheSocketsThatAnEarlierOneLeaves() throws IOException {
        try (var server = new ServerSocket(0, 50, InetAddress.getByName(HOST))) {
            Route earlier = begun();
            Socket shared = earlier.connect(HOST, server.getLocalPort());
            Route later = begun();
            earlier.retire();
            assertFalse(shared.isClosed(), "RMI may have handed it to the later connection");
            later.cut();
            Route last = begun();
            Socket own = last.connect(HOST, server.getLocalPort());
            last.retire();
            assertTrue(own.isClosed(), "nobody else uses it");
            shared.close();
        }
    }
}
