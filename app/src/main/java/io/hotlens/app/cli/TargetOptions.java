package io.hotlens.app.cli;

import io.hotlens.skills.target.JmxUrls;
import io.hotlens.skills.target.JvmAddress;
import io.hotlens.skills.target.JvmAddress.Credentials;
import io.hotlens.skills.target.JvmAddress.JmxUrl;
import io.hotlens.skills.target.JvmAddress.Tls;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Which JVM a command is about.
final class TargetOptions {

    @ArgGroup(exclusive = true, multiplicity = "1")
    Where where = new Where();

    @Option(names = "--user", paramLabel = "USER", description = "User for JMX.")
    @Nullable String user;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "File whose first line is the password for JMX.")
    @Nullable Path passwordFile;

    @Option(names = "--plain", description = "Connect without TLS, also to another host.")
    boolean plain;

    @Option(names = "--tls", description = "Connect with TLS, also to this host.")
    boolean tls;

    @Option(
            names = "--trust-store",
            paramLabel = "FILE",
            description = "PKCS12 or JKS file with the certificates to trust.")
    @Nullable Path trustStore;

    @Option(
            names = "--trust-store-password-file",
            paramLabel = "FILE",
            description = "File whose first line is the trust store's password.")
    @Nullable Path trustStorePasswordFile;

    @Option(
            names = "--follow-redirects",
            description = "Follow an agent that names another host than the one given.")
    boolean followRedirects;

    /// By process id or by URL.
    static final class Where {
        @Option(
                names = "--pid",
                paramLabel = "N",
                description = "Process id of a JVM on this host.")
        @Nullable Long pid;

        @Option(
                names = "--url",
                paramLabel = "URL",
                description = "host:port, or service:jmx:rmi:///jndi/rmi://host:port/name")
        @Nullable String url;
    }

    /// The address, with credentials and protection.
    ///
    /// @throws UsageException when the options contradict each other or a file cannot be read
    JvmAddress address() {
        String url = where.url;
        if (url != null) {
            return remote(url);
        }
        Long pid = where.pid;
        if (pid == null) {
            throw new UsageException("give --pid N or --url URL");
        }
        if (user != null || passwordFile != null || tls || plain || trustStore != null) {
            throw new UsageException("user, password and TLS belong to --url, not to --pid");
        }
        try {
            return new JvmAddress.LocalProcess(pid);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private JvmAddress remote(String url) {
        JmxUrl address;
        try {
            address = JmxUrls.parse(url);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        if ((user == null) != (passwordFile == null)) {
            throw new UsageException("--user and --password-file go together");
        }
        if (user != null && passwordFile != null) {
            address = address.with(new Credentials(user, firstLine(passwordFile)));
        }
        address = address.with(protection());
        return followRedirects ? address.followingRedirects() : address;
    }

    private Tls protection() {
        if (plain && (tls || trustStore != null)) {
            throw new UsageException("--plain contradicts --tls and --trust-store");
        }
        if (plain) {
            return new Tls.Off();
        }
        if (tls || trustStore != null) {
            return new Tls.On(
                    Optional.ofNullable(trustStore),
                    Optional.ofNullable(trustStorePasswordFile).map(TargetOptions::firstLine));
        }
        return new Tls.Auto();
    }

    static String firstLine(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty() || lines.getFirst().isEmpty()) {
                throw new UsageException("the password file " + file + " is empty");
            }
            return lines.getFirst();
        } catch (IOException e) {
            throw new UsageException("the password file " + file + " cannot be read");
        }
    }
}
