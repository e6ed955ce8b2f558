package io.hotlens.skills.target;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.rmi.server.RMISocketFactory;

/// The process's RMI sockets: they connect within a limit, go only where the user's address allows,
/// and are known to their route, which can cut them.
final class RmiSockets extends RMISocketFactory {

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return Routes.find(host, port)
                .orElseThrow(
                        () ->
                                new ConnectException(
                                        "no connection of Hotlens goes to " + host + ":" + port))
                .connectPlain(host, port);
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        return new ServerSocket(port);
    }
}
