package io.hotlens.skills.target;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/// The socket on which a HotSpot JVM takes attach commands. Unlike the JDK's own client it can be
/// cut while it waits. Each command opens a connection of its own.
final class AttachSocket {

    private static final int LARGEST_ANSWER = 256 << 20;
    private static final int ARGUMENTS = 3;

    private final long pid;
    private final Path path;
    private volatile @Nullable Boolean streams;

    AttachSocket(long pid) {
        this(pid, pathOf(pid, ".java_pid"));
    }

    /// @param path the socket of the process
    AttachSocket(long pid, Path path) {
        this.pid = pid;
        this.path = path;
    }

    /// One command under way; cutting it ends the wait for its answer.
    static final class Exchange {
        private final AtomicReference<@Nullable SocketChannel> channel = new AtomicReference<>();
        private volatile boolean cut;

        private void uses(SocketChannel opened) throws IOException {
            channel.set(opened);
            if (cut) {
                opened.close();
            }
        }

        void cut() {
            cut = true;
            SocketChannel open = channel.get();
            if (open != null) {
                try {
                    open.close();
                } catch (IOException _) {
                    // It was closed already.
                }
            }
        }
    }

    private static Path pathOf(long pid, String prefix) {
        if (ProcessFiles.supported()) {
            var process = new ProcessFiles(pid);
            return process.root().resolve("tmp/" + prefix + process.innermostPid());
        }
        return Path.of(System.getProperty("java.io.tmpdir"), prefix + pid);
    }

    /// Whether the target listens already, so that no signal is needed.
    boolean exists() {
        return Files.exists(path);
    }

    /// Makes the target listen: the JDK's attach handshake (SIGQUIT), on a thread that is given up
    /// when it takes too long. Call it only for a process that was checked.
    ///
    /// @throws IOException when the target does not begin to listen
    void handshake(Duration limit) throws IOException {
        var done = new CompletableFuture<Boolean>();
        Thread.ofPlatform().daemon().name("hotlens-attach-" + pid).start(() -> attachOnce(done));
        try {
            done.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("the target did not open its attach socket in time", e);
        } catch (ExecutionException e) {
            throw new IOException(JmxFailures.root(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("connecting was cancelled", e);
        }
    }

    /// Lets a signal that the target has not taken yet open the socket, however late; without it
    /// the target prints a thread dump instead. Never fails: without a right to write there is
    /// none.
    Invitation invite() {
        Path file = pathOf(pid, ".attach_pid");
        try {
            Files.createFile(file);
        } catch (IOException _) {
            return () -> {};
        }
        return () -> Files.deleteIfExists(file);
    }

    /// Ends when closed.
    interface Invitation extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    private void attachOnce(CompletableFuture<Boolean> done) {
        try {
            VirtualMachine.attach(Long.toString(pid)).detach();
            done.complete(true);
        } catch (IOException | AttachNotSupportedException | RuntimeException e) {
            done.completeExceptionally(e);
        }
    }

    /// The target's system properties.
    Properties properties(Exchange exchange) throws IOException {
        return parse(send(exchange, "properties"));
    }

    /// Properties of the target's agents, the address of local JMX among them.
    Properties agentProperties(Exchange exchange) throws IOException {
        return parse(send(exchange, "agentProperties"));
    }

    private static Properties parse(String text) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(text));
        return properties;
    }

    /// Runs a diagnostic command with its arguments, written as on jcmd's command line.
    ///
    /// A target that streams its answers writes them word by word, often while its threads wait at
    /// a safepoint; it is asked to write once, which takes a twentieth of the time.
    String jcmd(Exchange exchange, String line) throws IOException {
        return send(exchange, streams(exchange) ? "jcmd streaming=0" : "jcmd", line);
    }

    private boolean streams(Exchange exchange) throws IOException {
        Boolean known = streams;
        if (known == null) {
            known = asksWhetherItStreams(exchange);
            streams = known;
        }
        return known;
    }

    private boolean asksWhetherItStreams(Exchange exchange) throws IOException {
        try {
            return send(exchange, "getversion", "options").contains("streaming");
        } catch (Refused _) {
            return false;
        }
    }

    /// Sends one attach command and reads its answer to the end.
    ///
    /// @throws Refused when the target answered with an error
    /// @throws IOException when it could not be asked, or the exchange was cut
    String send(Exchange exchange, String command, String... arguments) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            exchange.uses(channel);
            channel.connect(UnixDomainSocketAddress.of(path));
            write(channel, command, arguments);
            return answer(channel);
        }
    }

    private static void write(SocketChannel channel, String command, String... arguments)
            throws IOException {
        var request = new StringBuilder("1\0").append(command).append('\0');
        for (int i = 0; i < ARGUMENTS; i++) {
            request.append(i < arguments.length ? arguments[i] : "").append('\0');
        }
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(request.toString());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String answer(SocketChannel channel) throws IOException {
        var text = new ByteArrayOutputStream();
        ByteBuffer block = ByteBuffer.allocate(64 << 10);
        while (channel.read(block) >= 0) {
            text.write(block.array(), 0, block.position());
            block.clear();
            if (text.size() > LARGEST_ANSWER) {
                throw new IOException("the answer is longer than " + LARGEST_ANSWER + " bytes");
            }
        }
        String all = text.toString(StandardCharsets.UTF_8);
        int line = all.indexOf('\n');
        if (line < 0) {
            throw new IOException("the target closed the attach socket without an answer");
        }
        String body = all.substring(line + 1);
        if (!all.substring(0, line).strip().equals("0")) {
            throw new Refused(body.strip());
        }
        return body;
    }

    /// The target understood the command and answered that it failed.
    static final class Refused extends IOException {
        @java.io.Serial private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }
}
