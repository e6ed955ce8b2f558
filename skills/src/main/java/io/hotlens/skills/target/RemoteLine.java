package io.hotlens.skills.target;

import java.io.IOException;
import java.rmi.NotBoundException;
import java.rmi.Remote;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.RemoteObject;
import java.util.Arrays;
import java.util.HashMap;

import javax.management.remote.JMXConnector;
import javax.management.remote.rmi.RMIConnector;
import javax.management.remote.rmi.RMIServer;
import javax.rmi.ssl.SslRMIClientSocketFactory;

/// Opens the line to a JMX agent: registry, connector stub, login. No naming service is involved,
/// and no credentials leave before the stub was looked at.
final class RemoteLine {

    private static final String TLS_FACTORY = "SslRMIClientSocketFactory";

    private final JvmAddress.JmxUrl address;
    private final TrustedTls tls;
    private volatile String redirect = "";

    RemoteLine(JvmAddress.JmxUrl address) {
        this.address = address;
        this.tls = TrustedTls.of(address);
    }

    Route route() {
        return new Route(address.host(), address.followRedirects(), tls.sockets());
    }

    /// The other host that the agent's stub named; empty when none.
    String redirect() {
        return redirect;
    }

    /// @throws IOException what RMI met
    @SuppressWarnings("BanJNDI") // made from a stub, so that no name is looked up by JNDI
    JmxLink open(Route route) throws IOException, NotBoundException {
        try {
            RMIServer server = lookup();
            if (tls.required() && !speaksTls(server)) {
                throw new PlainText();
            }
            if (tls.required()) {
                route.refusePlain();
            }
            var environment = new HashMap<String, Object>();
            environment.put("jmx.remote.x.client.connection.check.period", 0L);
            address.credentials()
                    .ifPresent(
                            user ->
                                    environment.put(
                                            JMXConnector.CREDENTIALS,
                                            new String[] {user.user(), user.password()}));
            var connector = new RMIConnector(server, environment);
            connector.connect();
            return JmxLink.of(connector, route);
        } finally {
            redirect = route.redirect();
        }
    }

    private RMIServer lookup() throws IOException, NotBoundException {
        try {
            return tls.required() ? lookup(true) : lookup(false);
        } catch (IOException e) {
            boolean other =
                    tls.required()
                            ? RemoteFailures.mayBePlain(e)
                            : tls.sockets().isPresent() && RemoteFailures.mayBeTls(e);
            if (!other) {
                throw e;
            }
            return lookupOtherwise(e);
        }
    }

    /// Tries TLS in place of plain text, or the other way round; when the port does not speak that
    /// either, the first failure is the one to tell.
    private RMIServer lookupOtherwise(IOException first) throws IOException, NotBoundException {
        try {
            return lookup(!tls.required());
        } catch (IOException second) {
            boolean neither =
                    tls.required()
                            ? RemoteFailures.mayBeTls(second)
                            : RemoteFailures.mayBePlain(second);
            throw neither ? first : second;
        }
    }

    private RMIServer lookup(boolean secure) throws IOException, NotBoundException {
        Registry registry =
                secure
                        ? LocateRegistry.getRegistry(
                                address.host(), address.port(), new SslRMIClientSocketFactory())
                        : LocateRegistry.getRegistry(address.host(), address.port());
        try {
            Remote stub = registry.lookup(address.name());
            if (stub instanceof RMIServer server) {
                return server;
            }
            throw new NotJmx(stub.getClass().getInterfaces());
        } catch (NotBoundException e) {
            var there = new NotBoundException(String.join(", ", registry.list()));
            there.initCause(e);
            throw there;
        }
    }

    private static boolean speaksTls(RMIServer server) {
        return server instanceof RemoteObject object
                && object.getRef().remoteToString().contains(TLS_FACTORY);
    }

    /// TLS was wanted and the agent has none.
    static final class PlainText extends IOException {
        @java.io.Serial private static final long serialVersionUID = 1;
    }

    /// Something is registered under the name, but no JMX connector.
    static final class NotJmx extends IOException {
        @java.io.Serial private static final long serialVersionUID = 1;

        NotJmx(Class<?>[] types) {
            super(Arrays.toString(types));
        }
    }
}
