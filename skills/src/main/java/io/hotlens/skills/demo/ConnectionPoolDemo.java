package io.hotlens.skills.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/// Healthy: a pool opens 24 connections in its first seconds, keeps them and asks them in turn for
/// quick answers, while a listener waits for a message each 400 ms.
public final class ConnectionPoolDemo {

    private static final int SIZE = 24;

    private ConnectionPoolDemo() {}

    public static void main(String[] args) throws IOException {
        ServerSocket service = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        ServerSocket broker = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        for (int i = 1; i <= SIZE; i++) {
            Stage.start("catalog-service-" + i, () -> serve(service));
        }
        Stage.start("broker", () -> send(broker));
        Stage.start("message-listener", () -> listen(broker.getLocalPort()));
        Stage.start("catalog-client", () -> use(service.getLocalPort()));
        Stage.playUntilInputCloses();
    }

    private static void serve(ServerSocket service) {
        try (Socket caller = service.accept()) {
            while (caller.getInputStream().read() >= 0) {
                caller.getOutputStream().write(1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(ServerSocket broker) {
        try (Socket caller = broker.accept()) {
            while (!Thread.currentThread().isInterrupted()) {
                caller.getOutputStream().write(1);
                Stage.pauseMillis(400);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void listen(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            while (receive(socket) >= 0) {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int receive(Socket socket) throws IOException {
        return socket.getInputStream().read();
    }

    private static void use(int port) {
        List<Socket> pool = new ArrayList<>();
        try {
            for (int turn = 0; !Thread.currentThread().isInterrupted(); turn++) {
                if (pool.size() < SIZE) {
                    pool.add(new Socket(InetAddress.getLoopbackAddress(), port));
                    Stage.pauseMillis(150);
                }
                Socket next = pool.get(turn % pool.size());
                next.getOutputStream().write(1);
                Garbage.sink = next.getInputStream().read();
                Stage.pauseMillis(10);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
