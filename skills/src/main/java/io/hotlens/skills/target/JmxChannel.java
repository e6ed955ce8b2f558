package io.hotlens.skills.target;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;

/// The JMX side of one connection: opened, cut and opened again as the target comes and goes. Safe
/// from any thread.
final class JmxChannel {

    private static final String RUNTIME = "java.lang:type=Runtime";
    private static final int ABANDONED_LIMIT = 8;
    private static final int KEPT_SOCKETS = 8;

    private final Calls calls;
    private final Supplier<Route> routes;
    private final Opener opener;
    private final List<Consumer<JmxLink>> whenOpened = new CopyOnWriteArrayList<>();
    private final AtomicInteger abandoned = new AtomicInteger();
    private final AtomicReference<@Nullable JmxLink> link = new AtomicReference<>();
    private volatile @Nullable Route opening;
    private volatile boolean closed;

    /// Something done with an MBean server.
    interface Work<T> {
        T with(MBeanServerConnection server) throws JMException, IOException;
    }

    /// Makes a new line over a route; it blocks until the peer answers or the route is cut.
    interface Opener {
        JmxLink open(Route route) throws Exception;
    }

    /// @param routes makes a fresh route for each line
    JmxChannel(Calls calls, Supplier<Route> routes, Opener opener) {
        this.calls = calls;
        this.routes = routes;
        this.opener = opener;
    }

    /// Calls `listener` with each line that is opened from now on, on the thread that opened it.
    void onOpen(Consumer<JmxLink> listener) {
        whenOpened.add(listener);
    }

    boolean isOpen() {
        return link.get() != null;
    }

    /// Opens the line and waits for it; does nothing when it is open.
    ///
    /// @throws Exception what the opener met
    synchronized void open() throws Exception {
        if (link.get() != null || closed) {
            return;
        }
        Route route = routes.get();
        Routes.begin(route);
        opening = route;
        try {
            JmxLink opened = ScopedValue.where(Route.CURRENT, route).call(() -> openOver(route));
            link.set(opened);
            if (closed) {
                sever();
                return;
            }
            ScopedValue.where(Route.CURRENT, route)
                    .run(() -> whenOpened.forEach(listener -> listener.accept(opened)));
        } catch (SecurityException e) {
            route.retire();
            throw e;
        } finally {
            opening = null;
            if (link.get() == null && !route.isDead()) {
                route.cut();
            }
        }
    }

    /// RMI may hand out a kept socket that an earlier route has closed; then nothing was sent yet,
    /// and asking again gets the next one.
    private JmxLink openOver(Route route) throws Exception {
        for (int i = 0; i < KEPT_SOCKETS; i++) {
            try {
                return opener.open(route);
            } catch (IOException e) {
                if (route.isDead() || !JmxFailures.root(e).equals("Socket closed")) {
                    throw e;
                }
            }
        }
        return opener.open(route);
    }

    /// Calls the MBean server within the limit of `kind`.
    ///
    /// @param what what is asked, for messages
    <T> T call(CallKind kind, String what, Work<T> work) {
        calls.refuseIfDown();
        JmxLink open = opened();
        var late = new AtomicInteger();
        return calls.run(
                kind,
                what,
                () -> {
                    try {
                        return scoped(open, what, work);
                    } finally {
                        if (late.getAndIncrement() > 0) {
                            abandoned.decrementAndGet();
                        }
                    }
                },
                () -> giveUp(open, late));
    }

    private JmxLink opened() {
        JmxLink open = link.get();
        if (open == null) {
            throw new TargetException.Gone("the JMX connection is being restored; try again.");
        }
        return open;
    }

    private void giveUp(JmxLink open, AtomicInteger late) {
        if (late.getAndIncrement() == 0 && abandoned.incrementAndGet() > ABANDONED_LIMIT) {
            drop(open);
        }
    }

    private <T> T scoped(JmxLink open, String what, Work<T> work) {
        return ScopedValue.where(Route.CURRENT, open.route()).call(() -> direct(open, what, work));
    }

    private <T> T direct(JmxLink open, String what, Work<T> work) {
        try {
            return work.with(open.server());
        } catch (IOException e) {
            if (JmxFailures.broken(e)) {
                drop(open);
            }
            throw JmxFailures.translate(what, e);
        } catch (JMException | RuntimeException e) {
            throw JmxFailures.translate(what, e);
        }
    }

    /// Runs `work` on this thread without a deadline; the caller takes care of one.
    <T> T direct(String what, Work<T> work) {
        return scoped(opened(), what, work);
    }

    /// Name and start time of the JVM at the other end; another identity is another JVM.
    String identity() {
        calls.count(CallKind.READ);
        return direct(
                "the identity",
                server -> {
                    var attributes =
                            server.getAttributes(
                                    new ObjectName(RUNTIME), new String[] {"Name", "StartTime"});
                    return attributes.asList().stream()
                            .map(attribute -> String.valueOf(attribute.getValue()))
                            .toList()
                            .toString();
                });
    }

    /// Asks for the answer that costs the target least, half of what an attribute does.
    void knock() {
        calls.count(CallKind.READ);
        direct("a sign of life", MBeanServerConnection::getDefaultDomain);
    }

    /// Closes the sockets; everything that waits on them is freed. A line that is being closed is
    /// left to whoever closes it: RMI may have handed its sockets to a later one.
    void cut() {
        if (!closed) {
            sever();
        }
    }

    private void drop(JmxLink open) {
        if (!closed) {
            sever(open);
        }
    }

    private void sever() {
        Route half = opening;
        if (half != null) {
            half.cut();
        }
        JmxLink open = link.get();
        if (open != null) {
            sever(open);
        }
    }

    private void sever(JmxLink open) {
        if (link.compareAndSet(open, null)) {
            abandoned.set(0);
        }
        open.cut();
    }

    /// Ends the line for good: politely when the peer answers, and in any case on return.
    void close(boolean politely) {
        closed = true;
        JmxLink open = link.get();
        if (open != null && politely) {
            open.sayGoodbye();
            link.compareAndSet(open, null);
        }
        sever();
    }
}
