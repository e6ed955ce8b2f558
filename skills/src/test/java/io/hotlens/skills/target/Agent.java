package io.hotlens.skills.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Options that give a patient a JMX agent on a port of the loopback interface.
///
/// @param options the options beyond the port
public record Agent(int port, List<String> options) {

    private static final String PREFIX = "-Dcom.sun.management.jmxremote";

    /// Plain text, anybody may do anything.
    public static Agent open() {
        return new Agent(freePort(), List.of(PREFIX + ".authenticate=false", PREFIX + ".ssl=false"))
                .onOnePort();
    }

    /// Plain text, with the users `looker` (readonly) and `doer` (readwrite), password `secret`.
    public static Agent withUsers(Path folder) throws IOException {
        Path passwords = ownerOnly(folder.resolve("passwords"), "looker secret\ndoer secret\n");
        Path access = ownerOnly(folder.resolve("access"), "looker readonly\ndoer readwrite\n");
        return new Agent(
                freePort(),
                List.of(
                        PREFIX + ".ssl=false",
                        PREFIX + ".password.file=" + passwords,
                        PREFIX + ".access.file=" + access));
    }

    /// TLS without passwords, with the key in a PKCS12 file.
    static Agent secured(Path keys, String password, boolean registryToo) {
        return new Agent(
                freePort(),
                List.of(
                        PREFIX + ".authenticate=false",
                        PREFIX + ".ssl=true",
                        PREFIX + ".registry.ssl=" + registryToo,
                        "-Djavax.net.ssl.keyStore=" + keys,
                        "-Djavax.net.ssl.keyStorePassword=" + password));
    }

    private static Path ownerOnly(Path file, String text) throws IOException {
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /// Registry and connector share the port, as is usual behind firewalls.
    private Agent onOnePort() {
        return and(PREFIX + ".rmi.port=" + port);
    }

    public Agent and(String... more) {
        var all = new ArrayList<>(options);
        all.addAll(Arrays.asList(more));
        return new Agent(port, all);
    }

    /// Everything the JVM needs to hear.
    public String[] jvmOptions() {
        var all = new ArrayList<>(options);
        all.add(PREFIX + ".port=" + port);
        return all.toArray(String[]::new);
    }

    public JvmAddress.JmxUrl address() {
        return JvmAddress.JmxUrl.of("127.0.0.1", port);
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
