package io.hotlens.skills.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/// A client asks a service four times a second and never closes its sockets, though the service
/// closes each after its answer; it stops short of the usual limit.
public final class SocketLeakDemo {

    private static final int MOST = 500;
    private static final List<Socket> OPEN = new ArrayList<>();

    private SocketLeakDemo() {}

    public static void main(String[] args) throws IOException {
        ServerSocket service = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Stage.start("mail-service", () -> serve(service));
        Stage.start("mail-client", () -> leak(service.getLocalPort()));
        Stage.playUntilInputCloses();
    }

    private static void serve(ServerSocket service) {
        while (!Thread.currentThread().isInterrupted()) {
            try (Socket caller = service.accept()) {
                caller.getOutputStream().write(new byte[] {2, 2, 0});
            } catch (IOException e) {
                System.err.println("a caller was lost: " + e.getMessage());
            }
        }
    }

    private static void leak(int port) {
        while (OPEN.size() < MOST) {
            try {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.getInputStream().read();
                OPEN.add(socket);
            } catch (IOException e) {
                System.err.println("no connection: " + e.getMessage());
            }
            Stage.pauseMillis(250);
        }
    }
}
