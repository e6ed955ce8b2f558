package io.hotlens.skills.target;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import javax.management.MBeanServer;
import javax.management.remote.JMXConnector;

@Timeout(60)
class RoutesTest {

    /// Loopback, but nobody else's in this process.
    private static final String HOST = "127.0.0.7";

    private final List<Route> routes = new ArrayList<>();

    private Route begun() {
        var route = new Route(HOST, false, Optional.empty());
        Routes.begin(route);
        routes.add(route);
        return route;
    }

    @AfterEach
    void cutAll() {
        routes.forEach(Route::cut);
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
        }
    }

    /// A read that is under way when its connection is closed fails after that.
    @Test
    void aCallThatFailsAfterItsConnectionWasClosedCutsNothing() throws Exception {
        try (var server = new ServerSocket(0, 50, InetAddress.getByName(HOST))) {
            Route earlier = begun();
            Socket shared = earlier.connect(HOST, server.getLocalPort());
            var channel =
                    new JmxChannel(
                            Core.of("test", InstantSource.system()).calls(),
                            () -> earlier,
                            JmxLink::ofThisJvm);
            channel.open();
            var asked = new CountDownLatch(1);
            var closed = new CountDownLatch(1);
            CompletableFuture<Void> read =
                    CompletableFuture.runAsync(
                            () -> channel.direct("a test", _ -> fail(asked, closed)));
            asked.await();
            begun();
            channel.close(true);
            closed.countDown();
            assertThrows(CompletionException.class, read::join);
            assertFalse(shared.isClosed(), "RMI may have handed it to the later connection");
        }
    }

    /// The heartbeat's question fails as the line takes its leave.
    @Test
    void aHeartbeatThatFailsDuringTheGoodbyeCutsNothing() throws Exception {
        try (var server = new ServerSocket(0, 50, InetAddress.getByName(HOST))) {
            Route earlier = begun();
            Socket shared = earlier.connect(HOST, server.getLocalPort());
            var cut = new AtomicReference<Runnable>(() -> {});
            MBeanServer platform = ManagementFactory.getPlatformMBeanServer();
            var link = new JmxLink(platform, Optional.of(leaving(cut)), earlier);
            var channel =
                    new JmxChannel(
                            Core.of("test", InstantSource.system()).calls(),
                            () -> earlier,
                            _ -> link);
            cut.set(channel::cut);
            channel.open();
            begun();
            channel.close(true);
            assertFalse(shared.isClosed(), "RMI may have handed it to the later connection");
        }
    }

    private static JMXConnector leaving(AtomicReference<Runnable> meanwhile) {
        return (JMXConnector)
                Proxy.newProxyInstance(
                        RoutesTest.class.getClassLoader(),
                        new Class<?>[] {JMXConnector.class},
                        (_, _, _) -> {
                            meanwhile.get().run();
                            return null;
                        });
    }

    private static Void fail(CountDownLatch asked, CountDownLatch closed) throws IOException {
        asked.countDown();
        try {
            closed.await();
        } catch (InterruptedException e) {
            throw new InterruptedIOException(e.getMessage());
        }
        throw new IOException("The client has been closed.");
    }
}
