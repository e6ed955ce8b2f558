package io.hotlens.skills.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/// Fills a server's queue of connections until the next one waits: a black hole on the loopback
/// interface.
final class FullBacklog {

    private FullBacklog() {}

    static List<AutoCloseable> fill(int port) {
        var waiting = new ArrayList<AutoCloseable>();
        for (int i = 0; i < 64; i++) {
            var socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 300);
            } catch (SocketTimeoutException _) {
                return waiting;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException("the queue of port " + port + " never filled");
    }

    static void drain(List<AutoCloseable> waiting) {
        for (AutoCloseable one : waiting) {
            try {
                one.close();
            } catch (Exception _) {
                // It was never connected.
            }
        }
    }
}
