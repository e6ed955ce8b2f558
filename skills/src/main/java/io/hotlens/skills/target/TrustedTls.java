package io.hotlens.skills.target;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/// How the user's choice of TLS is carried out for one address.
///
/// @param sockets makes the TLS sockets; empty when TLS is switched off
/// @param required whether plain text is refused
record TrustedTls(Optional<SSLSocketFactory> sockets, boolean required) {

    /// @throws TargetException.Unsupported when the trust store cannot be read; the sentence says
    ///   why
    static TrustedTls of(JvmAddress.JmxUrl address) {
        return switch (address.tls()) {
            case JvmAddress.Tls.Off _ -> new TrustedTls(Optional.empty(), false);
            case JvmAddress.Tls.Auto _ ->
                    new TrustedTls(Optional.of(ofJdk()), !isLoopback(address.host()));
            case JvmAddress.Tls.On(Optional<Path> store, Optional<String> password) ->
                    new TrustedTls(
                            Optional.of(
                                    store.map(file -> trusting(file, password.orElse("")))
                                            .orElseGet(TrustedTls::ofJdk)),
                            true);
        };
    }

    /// Whether the host is this machine by its name alone; nothing is looked up.
    static boolean isLoopback(String host) {
        try {
            return host.equalsIgnoreCase("localhost")
                    || (host.matches("[0-9.]+|[0-9a-fA-F:]+")
                            && InetAddress.getByName(host).isLoopbackAddress());
        } catch (UnknownHostException _) {
            return false;
        }
    }

    private static SSLSocketFactory ofJdk() {
        try {
            return SSLContext.getInstance("Default").getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new TargetException.Unsupported(
                    "this runtime has no TLS: " + e.getMessage() + ".", e);
        }
    }

    private static SSLSocketFactory trusting(Path file, String password) {
        try (InputStream bytes = Files.newInputStream(file)) {
            KeyStore store =
                    KeyStore.getInstance(file.toString().endsWith(".jks") ? "JKS" : "PKCS12");
            store.load(bytes, password.isEmpty() ? null : password.toCharArray());
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new TargetException.Unsupported(
                    "the trust store %s cannot be read (%s): give a PKCS12 or JKS file and its"
                                    .formatted(file, JmxFailures.root(e))
                            + " password.",
                    e);
        }
    }
}
