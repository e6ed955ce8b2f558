package io.hotlens.skills.target;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Supplier;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// TLS sockets. For RMI they take trust, destination and tracking from their route, check the name
/// in the certificate, and fail when no route wants them; for everybody else they are the JDK's.
final class RouteTlsSockets extends SSLSocketFactory {

    private static final String RMI_FACTORY = "javax.rmi.ssl.SslRMIClientSocketFactory";
    private static final int FRAMES = 8;

    private final Supplier<SSLSocketFactory> jdk;

    RouteTlsSockets(Supplier<SSLSocketFactory> jdk) {
        this.jdk = jdk;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        if (!askedByRmi()) {
            return jdk.get().createSocket(host, port);
        }
        Route route =
                Routes.find(host, port)
                        .orElseThrow(
                                () ->
                                        new ConnectException(
                                                "no connection of Hotlens goes to %s:%d"
                                                        .formatted(host, port)));
        SSLSocketFactory factory =
                route.tls()
                        .orElseThrow(
                                () ->
                                        new ConnectException(
                                                "the target wants TLS, which is switched off for"
                                                        + " this connection"));
        Socket plain = route.connect(host, port);
        var socket = (SSLSocket) factory.createSocket(plain, route.destination(host), port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    private static boolean askedByRmi() {
        return StackWalker.getInstance()
                .walk(
                        frames ->
                                frames.limit(FRAMES)
                                        .anyMatch(one -> one.getClassName().equals(RMI_FACTORY)));
    }

    @Override
    public Socket createSocket() throws IOException {
        return jdk.get().createSocket();
    }

    @Override
    public Socket createSocket(Socket over, String host, int port, boolean autoClose)
            throws IOException {
        return jdk.get().createSocket(over, host, port, autoClose);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
            throws IOException {
        return jdk.get().createSocket(host, port, from, fromPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return jdk.get().createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
            throws IOException {
        return jdk.get().createSocket(host, port, from, fromPort);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return jdk.get().getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return jdk.get().getSupportedCipherSuites();
    }
}
