package io.hotlens.skills.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

class AttachSocketTest {

    private static final int ZEROS = 5;

    @TempDir Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();

    private ServerSocketChannel server;

    @BeforeEach
    void open() throws IOException {
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    /// Listens as a JVM does, and answers each request by its command.
    private AttachSocket listen(UnaryOperator<String> answers) throws IOException {
        Path path = folder.resolve("socket");
        server.bind(UnixDomainSocketAddress.of(path));
        Thread.ofVirtual().start(() -> answerAll(answers));
        return new AttachSocket(1, path);
    }

    private void answerAll(UnaryOperator<String> answers) {
        try {
            while (server.isOpen()) {
                answer(answers);
            }
        } catch (ClosedChannelException _) {
            // The test is over.
        } catch (IOException e) {
            asked.add(e.toString());
        }
    }

    private void answer(UnaryOperator<String> answers) throws IOException {
        try (SocketChannel channel = server.accept()) {
            var request = new StringBuilder();
            while (request.chars().filter(c -> c == 0).count() < ZEROS) {
                ByteBuffer block = ByteBuffer.allocate(1_000);
                channel.read(block);
                request.append(
                        new String(block.array(), 0, block.position(), StandardCharsets.UTF_8));
            }
            String command = request.toString().split("\0", -1)[1];
            asked.add(command);
            channel.write(StandardCharsets.UTF_8.encode(answers.apply(command)));
        }
    }

    private static String jcmd(AttachSocket socket, String line) throws IOException {
        return socket.jcmd(new AttachSocket.Exchange(), line);
    }

    @Test
    void aTargetThatStreamsIsAskedToAnswerAtOnce() throws IOException {
        AttachSocket socket =
                listen(command -> command.equals("getversion") ? "0\n2 streaming" : "0\ndone");
        assertEquals("done", jcmd(socket, "VM.version"));
        assertEquals("done", jcmd(socket, "VM.uptime"));
        assertEquals(List.of("getversion", "jcmd streaming=0", "jcmd streaming=0"), asked);
    }

    @Test
    void anOlderOneIsAskedAsBefore() throws IOException {
        AttachSocket socket =
                listen(
                        command ->
                                command.equals("getversion")
                                        ? "-1\nOperation getversion not recognized!"
                                        : "0\ndone");
        assertEquals("done", jcmd(socket, "VM.version"));
        assertEquals(List.of("getversion", "jcmd"), asked);
    }

    @Test
    void aRefusalKeepsItsReason() throws IOException {
        AttachSocket socket =
                listen(command -> command.equals("getversion") ? "0\n2" : "1\nno such command");
        var refused = assertThrows(AttachSocket.Refused.class, () -> jcmd(socket, "VM.nonsense"));
        assertEquals("no such command", refused.getMessage());
        assertEquals(List.of("getversion", "jcmd"), asked);
    }
}
