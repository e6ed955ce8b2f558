package io.hotlens.skills.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// Three threads ask a price service that takes 300 ms for each answer.
public final class SlowRemoteDemo {

    private SlowRemoteDemo() {}

    public static void main(String[] args) throws IOException {
        ServerSocket service = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        for (int i = 1; i <= 3; i++) {
            Stage.start("price-service-" + i, () -> serve(service));
            Stage.start("quote-" + i, () -> quote(service.getLocalPort()));
        }
        Stage.playUntilInputCloses();
    }

    private static void serve(ServerSocket service) {
        try (Socket caller = service.accept()) {
            while (caller.getInputStream().read() >= 0) {
                Stage.pauseMillis(300);
                caller.getOutputStream().write(1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void quote(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            while (!Thread.currentThread().isInterrupted()) {
                askPrice(socket);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void askPrice(Socket socket) throws IOException {
        socket.getOutputStream().write(1);
        Garbage.sink = socket.getInputStream().read();
    }
}
