package io.hotlens.skills.target;

import java.io.EOFException;
import java.io.InvalidClassException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.rmi.NoSuchObjectException;
import java.rmi.NotBoundException;
import java.security.cert.CertificateException;
import java.util.Optional;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/// Says what went wrong with a JMX connection, and what to do about it, in one sentence.
final class RemoteFailures {

    private RemoteFailures() {}

    /// The cause in a few words, for a state that changes by itself.
    static String shortly(Throwable failure) {
        return JmxFailures.root(failure);
    }

    /// Whether a TLS attempt may have failed because the other side speaks plain text.
    static boolean mayBePlain(Throwable e) {
        boolean certificate = has(e, CertificateException.class) || said(e, "PKIX");
        return has(e, EOFException.class) || (has(e, SSLException.class) && !certificate);
    }

    /// Whether a plain attempt may have failed because the other side speaks TLS.
    static boolean mayBeTls(Throwable e) {
        return said(e, "non-JRMP") || has(e, EOFException.class);
    }

    /// @param redirect the other host that the agent's stub named; empty when none
    static TargetException explain(JvmAddress.JmxUrl address, Throwable failure, String redirect) {
        if (failure instanceof TargetException.TimedOut) {
            return new TargetException.TimedOut(
                    "%s accepts connections and then stays silent: the JVM may be frozen, or the"
                                    .formatted(address)
                            + " port may not be its JMX port.",
                    failure);
        }
        if (has(failure, InvalidClassException.class)) {
            return new TargetException.Denied(
                    "%s sent an object that is not part of JMX and was refused unread: it may be"
                                    .formatted(address)
                            + " no JVM at all; check who answers there.",
                    failure);
        }
        if (has(failure, SecurityException.class)) {
            return login(address, failure);
        }
        if (has(failure, RemoteLine.PlainText.class) || said(failure, "TLS is required")) {
            return new TargetException.Denied(
                    "%s offers no TLS, and none of your data goes there in plain text: switch TLS"
                                    .formatted(address)
                            + " on in the target (com.sun.management.jmxremote.ssl=true), or choose"
                            + " plain text.",
                    failure);
        }
        if (has(failure, SSLException.class) || has(failure, CertificateException.class)) {
            return tls(address, failure);
        }
        return redirect.isEmpty() || has(failure, NotBoundException.class)
                ? network(address, failure)
                : redirected(address, failure, redirect);
    }

    private static TargetException login(JvmAddress.JmxUrl address, Throwable failure) {
        if (said(failure, "Credentials required")) {
            return new TargetException.Denied(
                    address + " wants a user and a password: give them and connect again.",
                    failure);
        }
        if (said(failure, "Invalid username or password")) {
            return new TargetException.Denied(
                    "%s refuses this user or password: compare them with the target's"
                                    .formatted(address)
                            + " jmxremote.password file.",
                    failure);
        }
        return new TargetException.Denied(
                "%s refuses the login: %s.".formatted(address, JmxFailures.root(failure)), failure);
    }

    private static TargetException tls(JvmAddress.JmxUrl address, Throwable failure) {
        if (said(failure, "PKIX")) {
            return new TargetException.Denied(
                    "the certificate of %s is not trusted: name a trust store that holds it or its"
                                    .formatted(address)
                            + " issuer.",
                    failure);
        }
        if (said(failure, "subject alternative") || said(failure, "No name matching")) {
            return new TargetException.Denied(
                    "the certificate of %s is for another name than %s (%s): connect by a name in"
                                    .formatted(address, address.host(), JmxFailures.root(failure))
                            + " the certificate, or let it be issued for this one.",
                    failure);
        }
        if (said(failure, "expired") || said(failure, "NotAfter")) {
            return new TargetException.Denied(
                    "the certificate of %s has expired: renew it in the target.".formatted(address),
                    failure);
        }
        if (said(failure, "certificate_required") || said(failure, "bad_certificate")) {
            return new TargetException.Denied(
                    "%s wants a client certificate, which Hotlens does not send: switch"
                                    .formatted(address)
                            + " com.sun.management.jmxremote.ssl.need.client.auth off.",
                    failure);
        }
        String cause =
                has(failure, SSLHandshakeException.class) ? "no TLS could be agreed" : "TLS failed";
        return new TargetException.Unreachable(
                "%s with %s (%s): check whether the port speaks TLS."
                        .formatted(cause, address, JmxFailures.root(failure)),
                failure);
    }

    private static TargetException redirected(
            JvmAddress.JmxUrl address, Throwable failure, String redirect) {
        return new TargetException.Unreachable(
                "%s hands over to another host, %s, and asking %s in its place failed (%s): set"
                                .formatted(
                                        address,
                                        redirect,
                                        address.host(),
                                        JmxFailures.root(failure))
                        + " java.rmi.server.hostname in the target to the name you connect by, or"
                        + " allow the redirect if you trust that host.",
                failure);
    }

    private static TargetException network(JvmAddress.JmxUrl address, Throwable failure) {
        String sentence =
                way(address, failure)
                        .or(() -> conversation(address, failure))
                        .orElseGet(
                                () ->
                                        "%s cannot be connected to (%s): check the address and the"
                                                        .formatted(
                                                                address, JmxFailures.root(failure))
                                                + " target's log.");
        return new TargetException.Unreachable(sentence, failure);
    }

    /// The host or its port was not reached.
    private static Optional<String> way(JvmAddress.JmxUrl address, Throwable failure) {
        String host = address.host();
        if (has(failure, UnknownHostException.class)) {
            return Optional.of(
                    "no host is called " + host + ": check the spelling and the network.");
        }
        if (has(failure, SocketTimeoutException.class)) {
            return Optional.of(
                    "%s did not answer in time: a firewall may swallow the packets, or the host is"
                                    .formatted(address)
                            + " down or frozen.");
        }
        if (has(failure, NoRouteToHostException.class)) {
            return Optional.of("there is no route to " + host + ": check the network or the VPN.");
        }
        return JmxFailures.root(failure).contains("refused")
                ? Optional.of(
                        "nothing listens on %s: start the target with".formatted(address)
                                + " -Dcom.sun.management.jmxremote.port="
                                + address.port()
                                + ", or correct the port.")
                : Optional.empty();
    }

    /// Somebody answered, but not as a JMX agent does.
    private static Optional<String> conversation(JvmAddress.JmxUrl address, Throwable failure) {
        if (has(failure, NotBoundException.class)) {
            return Optional.of(nothingBound(address, failure));
        }
        if (said(failure, "wants TLS")) {
            return Optional.of(address + " wants TLS, which is switched off: choose TLS.");
        }
        if (mayBeTls(failure)) {
            return Optional.of(
                    "%s does not speak RMI in plain text: choose TLS, or correct the port if it is"
                                    .formatted(address)
                            + " no JMX port.");
        }
        if (has(failure, RemoteLine.NotJmx.class)) {
            return Optional.of(
                    "what is registered as '%s' at %s is no JMX connector: give the connector's"
                                    .formatted(address.name(), address)
                            + " name.");
        }
        if (has(failure, NoSuchObjectException.class)) {
            return Optional.of(
                    "the JMX connector of %s is no longer there, its registry is older than the"
                                    .formatted(address)
                            + " target: restart the target or its registry.");
        }
        return has(failure, SocketException.class)
                ? Optional.of(
                        "%s broke the connection off (%s): check that it is a JMX port, and try"
                                        .formatted(address, JmxFailures.root(failure))
                                + " again.")
                : Optional.empty();
    }

    private static String nothingBound(JvmAddress.JmxUrl address, Throwable failure) {
        String there = "";
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof NotBoundException && there.isEmpty()) {
                there = String.valueOf(at.getMessage());
            }
        }
        return "nothing is registered as '%s' at %s (it has: %s): give the connector's name."
                .formatted(address.name(), address, there.isEmpty() ? "nothing" : there);
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        return JmxFailures.hasCause(failure, type);
    }

    private static boolean said(Throwable failure, String words) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (String.valueOf(at.getMessage()).contains(words)) {
                return true;
            }
        }
        return false;
    }
}
