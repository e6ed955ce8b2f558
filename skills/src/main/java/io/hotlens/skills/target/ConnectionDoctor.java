package io.hotlens.skills.target;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Finds out why an address cannot be reached, and what to do about it. It looks first and connects
/// last; a process that is no JVM is never signalled.
public final class ConnectionDoctor {

    private static final long NAME_LIMIT_MS = 3_000;

    /// Examines an address; takes at most about twenty seconds.
    public Diagnosis diagnose(JvmAddress address) {
        var checks = new ArrayList<Check>();
        switch (address) {
            case JvmAddress.LocalProcess(long pid) when pid != ProcessHandle.current().pid() -> {
                checks.addAll(AttachChecks.of(pid));
                container(pid).ifPresent(checks::add);
            }
            case JvmAddress.JmxUrl url -> network(url, checks);
            case JvmAddress.LocalProcess _, JvmAddress.ThisJvm _ -> {}
        }
        return AttachChecks.firstBad(checks)
                .map(bad -> new Diagnosis(false, bad.sentence(), checks))
                .orElseGet(() -> connect(address, checks));
    }

    private static Optional<Check> container(long pid) {
        String container = ProcessFiles.supported() ? new ProcessFiles(pid).container() : "";
        return container.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Check.good(
                                "container",
                                "it runs in the container %s, as process %d"
                                        .formatted(
                                                container, new ProcessFiles(pid).innermostPid())));
    }

    private static void network(JvmAddress.JmxUrl url, List<Check> checks) {
        Check name = name(url);
        checks.add(name);
        if (name.ok()) {
            checks.add(port(url));
        }
    }

    private static Check name(JvmAddress.JmxUrl url) {
        var found = new CompletableFuture<InetAddress>();
        Thread.ofPlatform()
                .daemon()
                .name("hotlens-name")
                .start(
                        () -> {
                            try {
                                found.complete(InetAddress.getByName(url.host()));
                            } catch (IOException e) {
                                found.completeExceptionally(e);
                            }
                        });
        try {
            InetAddress address = found.get(NAME_LIMIT_MS, TimeUnit.MILLISECONDS);
            return Check.good("host", url.host() + " is " + address.getHostAddress());
        } catch (ExecutionException e) {
            return bad("host", url, e);
        } catch (TimeoutException _) {
            return Check.bad(
                    "host",
                    "the name " + url.host() + " is not resolved within 3 s",
                    "check the name service, or connect by the IP address");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return bad("host", url, e);
        }
    }

    private static Check port(JvmAddress.JmxUrl url) {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(url.host(), url.port()),
                    Math.toIntExact(Route.CONNECT_LIMIT.toMillis()));
            return Check.good("port", url.port() + " accepts connections");
        } catch (IOException e) {
            return bad("port", url, e);
        }
    }

    /// The translated failure, cut where the fix begins.
    private static Check bad(String name, JvmAddress.JmxUrl url, Exception failure) {
        return bad(name, RemoteFailures.explain(url, failure, ""));
    }

    private static Check bad(String name, TargetException explained) {
        String sentence = String.valueOf(explained.getMessage());
        int colon = sentence.lastIndexOf(": ");
        String plain = sentence.replaceFirst("\\.$", "");
        return colon < 0
                ? Check.bad(name, plain, "")
                : Check.bad(name, plain.substring(0, colon), plain.substring(colon + 2));
    }

    private static Diagnosis connect(JvmAddress address, List<Check> checks) {
        try (TargetConnection connection = Connector.open(address)) {
            TargetInfo info = connection.info();
            checks.add(Check.good("connection", "it answers"));
            connection
                    .capabilities()
                    .missing()
                    .forEach(
                            (capability, why) ->
                                    checks.add(Check.good("without " + capability.words(), why)));
            return new Diagnosis(
                    true,
                    "%s can be reached: %s on JDK %s."
                            .formatted(address, info.name(), info.version()),
                    checks);
        } catch (TargetException e) {
            checks.add(bad("connection", e));
            return new Diagnosis(false, String.valueOf(e.getMessage()), checks);
        }
    }
}
