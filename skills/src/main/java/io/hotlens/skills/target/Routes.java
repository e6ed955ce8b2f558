package io.hotlens.skills.target;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which route a socket that RMI asks for belongs to. RMI has one socket factory for the whole
/// process and asks from threads of its own too, so this table has to be one for the process.
final class Routes {

    private static final Map<Endpoint, Route> KNOWN = new ConcurrentHashMap<>();
    private static final Set<Route> LIVE = ConcurrentHashMap.newKeySet();

    private record Endpoint(String host, int port) {}

    private Routes() {}

    /// A connection begins: sockets that it may be handed by RMI's store stay open from now on.
    static synchronized void begin(Route route) {
        LIVE.add(route);
    }

    /// The route of the call on this thread, which is remembered for this endpoint; else the one
    /// remembered; empty when nobody asked for such a connection.
    static Optional<Route> find(String host, int port) {
        var endpoint = new Endpoint(host.toLowerCase(Locale.ROOT), port);
        if (Route.CURRENT.isBound()) {
            KNOWN.put(endpoint, Route.CURRENT.get());
        }
        return Optional.ofNullable(KNOWN.get(endpoint));
    }

    /// Ends a route, and closes its sockets unless another connection to the same host lives.
    static synchronized void retire(Route route, Runnable closeSockets) {
        forget(route);
        if (LIVE.stream().noneMatch(route::sharesHostWith)) {
            closeSockets.run();
        }
    }

    static synchronized void forget(Route route) {
        LIVE.remove(route);
        KNOWN.values().removeIf(known -> known == route);
    }
}
