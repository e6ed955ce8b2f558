package io.hotlens.skills.target;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Stands before the attach socket of a process: passes on so many commands, and takes in all later
/// ones without an answer.
final class FallingSilent implements AutoCloseable {

    private final Path own;
    private final Path behind;
    private final ServerSocketChannel server;
    private final List<SocketChannel> unanswered = new CopyOnWriteArrayList<>();

    FallingSilent(long pid, int answers) throws IOException {
        new AttachSocket(pid).handshake(Duration.ofSeconds(20));
        own = Path.of("/tmp/.java_pid" + pid);
        behind = Files.move(own, own.resolveSibling(".java_pid" + pid + "-behind"));
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(own));
        Thread.ofVirtual().start(() -> serve(answers));
    }

    private void serve(int answers) {
        try {
            for (int i = 0; i < answers; i++) {
                try (SocketChannel asked = server.accept();
                        SocketChannel target = connect()) {
                    Thread asking = Thread.ofVirtual().start(() -> pass(asked, target));
                    pass(target, asked);
                    asking.interrupt();
                }
            }
            while (true) {
                unanswered.add(server.accept());
            }
        } catch (IOException _) {
            // It was closed.
        }
    }

    private SocketChannel connect() throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(behind));
    }

    private static void pass(SocketChannel from, SocketChannel to) {
        try {
            Channels.newInputStream(from).transferTo(Channels.newOutputStream(to));
        } catch (IOException _) {
            // The answer is complete.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (SocketChannel one : unanswered) {
            one.close();
        }
        Files.move(behind, own, StandardCopyOption.REPLACE_EXISTING);
    }
}
