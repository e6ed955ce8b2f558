package io.hotlens.skills.target;

import java.nio.file.Path;
import java.util.Optional;

/// Where a target is.
public sealed interface JvmAddress {

    /// A process on this host.
    record LocalProcess(long pid) implements JvmAddress {
        public LocalProcess {
            if (pid <= 0) {
                throw new IllegalArgumentException("a process id is positive, not " + pid);
            }
        }

        @Override
        public String toString() {
            return "pid " + pid;
        }
    }

    /// A JMX agent behind an RMI registry.
    ///
    /// @param name the name of the connector in the registry, `jmxrmi` unless told otherwise
    /// @param followRedirects whether a stub that names another host may be followed there;
    ///   otherwise the host typed by the user is used in its place
    record JmxUrl(
            String host,
            int port,
            String name,
            Optional<Credentials> credentials,
            Tls tls,
            boolean followRedirects)
            implements JvmAddress {
        public JmxUrl {
            if (host.isBlank()) {
                throw new IllegalArgumentException("the host is missing");
            }
            if (port < 1 || port > 65535) {
                throw new IllegalArgumentException("a port is between 1 and 65535, not " + port);
            }
        }

        /// An address without credentials, [Tls.Auto].
        public static JmxUrl of(String host, int port) {
            return new JmxUrl(host, port, "jmxrmi", Optional.empty(), new Tls.Auto(), false);
        }

        public JmxUrl with(Credentials user) {
            return new JmxUrl(host, port, name, Optional.of(user), tls, followRedirects);
        }

        public JmxUrl with(Tls choice) {
            return new JmxUrl(host, port, name, credentials, choice, followRedirects);
        }

        public JmxUrl followingRedirects() {
            return new JmxUrl(host, port, name, credentials, tls, true);
        }

        @Override
        public String toString() {
            String shown = host.contains(":") ? "[" + host + "]" : host;
            return shown + ":" + port + (name.equals("jmxrmi") ? "" : "/" + name);
        }
    }

    /// The JVM that Hotlens runs in.
    record ThisJvm() implements JvmAddress {
        @Override
        public String toString() {
            return "this JVM";
        }
    }

    /// User and password; neither is ever printed.
    record Credentials(String user, String password) {
        @Override
        public String toString() {
            return "Credentials[***]";
        }
    }

    /// How the connection is protected.
    sealed interface Tls {
        /// Plain on the loopback interface, [On] with the default trust store elsewhere.
        record Auto() implements Tls {}

        /// Plain text, chosen by the user.
        record Off() implements Tls {}

        /// TLS with host-name check.
        ///
        /// @param trustStore PKCS12 or JKS file; empty means the JDK's own
        record On(Optional<Path> trustStore, Optional<String> trustStorePassword) implements Tls {
            @Override
            public String toString() {
                return "On[" + trustStore + "]";
            }
        }
    }
}
