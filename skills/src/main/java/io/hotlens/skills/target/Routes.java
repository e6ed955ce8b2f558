package io.hotlens.skills.target;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Which route a socket that RMI asks for belongs to. RMI has one socket factory for the whole
/// process and asks from threads of its own too, so this table has to be one for the process.
final class Routes {

    private static final Map<Endpoint, Route> KNOWN = new ConcurrentHashMap<>();

    private record Endpoint(String host, int port) {}

    private Routes() {}

    /// The route of the call on this thread, which is remembered for this endpoint; else the one
    /// remembered; empty when nobody asked for such a connection.
    static Optional<Route> find(String host, int port) {
        var endpoint = new Endpoint(host.toLowerCase(Locale.ROOT), port);
        if (Route.CURRENT.isBound()) {
            KNOWN.put(endpoint, Route.CURRENT.get());
        }
        return Optional.ofNullable(KNOWN.get(endpoint));
    }

    /// Whether any live connection goes to this host.
    static boolean anyTo(String host) {
        return KNOWN.values().stream().anyMatch(route -> route.leadsTo(host));
    }

    static void forget(Route route) {
        KNOWN.values().removeIf(known -> known == route);
    }
}
