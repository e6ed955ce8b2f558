package io.hotlens.skills.target;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.SSLSocketFactory;

/// The way to one target: the host its sockets go to, how they are protected, and the sockets that
/// are open. Once cut, every socket is closed and no new one is opened. Safe from any thread.
final class Route {

    /// The route of the call that runs on this thread.
    static final ScopedValue<Route> CURRENT = ScopedValue.newInstance();

    static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);

    private final String host;
    private final boolean followRedirects;
    private final Optional<SSLSocketFactory> tls;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final List<Runnable> others = new CopyOnWriteArrayList<>();
    private volatile boolean dead;
    private volatile boolean plainRefused;
    private volatile String redirect = "";

    /// @param host where sockets go, whatever host a stub names
    /// @param followRedirects whether the stub's host is used instead
    /// @param tls makes the TLS sockets; empty refuses TLS
    Route(String host, boolean followRedirects, Optional<SSLSocketFactory> tls) {
        this.host = host;
        this.followRedirects = followRedirects;
        this.tls = tls;
    }

    /// A socket of ours, which the route forgets when it is closed.
    private final class Tracked extends Socket {
        @Override
        public synchronized void close() throws IOException {
            sockets.remove(this);
            super.close();
        }
    }

    /// The host that sockets for `named` go to.
    String destination(String named) {
        boolean same = named.equalsIgnoreCase(host);
        if (!same && !(TrustedTls.isLoopback(named) && TrustedTls.isLoopback(host))) {
            redirect = named;
        }
        return followRedirects ? named : host;
    }

    /// From now on only TLS sockets are opened.
    void refusePlain() {
        plainRefused = true;
    }

    /// Opens a socket that speaks plain text.
    Socket connectPlain(String named, int port) throws IOException {
        if (plainRefused) {
            throw new ConnectException("TLS is required for " + host);
        }
        return connect(named, port);
    }

    /// Opens a socket within [#CONNECT_LIMIT].
    Socket connect(String named, int port) throws IOException {
        String to = destination(named);
        refuseIfDead();
        var socket = new Tracked();
        sockets.add(socket);
        try {
            socket.connect(
                    new InetSocketAddress(to, port), Math.toIntExact(CONNECT_LIMIT.toMillis()));
            refuseIfDead();
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private void refuseIfDead() throws ConnectException {
        if (dead) {
            throw new ConnectException("the connection to " + host + " was cut");
        }
    }

    Optional<SSLSocketFactory> tls() {
        return tls;
    }

    /// The other host that a stub named last; empty when none did.
    String redirect() {
        return redirect;
    }

    /// Has something else cut together with the sockets.
    void alsoCut(Runnable other) {
        others.add(other);
        if (dead) {
            other.run();
        }
    }

    /// Refuses new sockets. Those that are open are closed too, unless another connection to the
    /// same host lives, which may share them through RMI's own store of idle sockets.
    void retire() {
        dead = true;
        Routes.retire(this, this::closeSockets);
    }

    boolean isDead() {
        return dead;
    }

    /// Closes every socket and refuses new ones; whoever waits on one is freed.
    void cut() {
        dead = true;
        Routes.forget(this);
        others.forEach(Runnable::run);
        closeSockets();
    }

    private void closeSockets() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException _) {
                // Closing is all that was wanted.
            }
        }
    }

    boolean sharesHostWith(Route other) {
        return host.equalsIgnoreCase(other.host);
    }
}
