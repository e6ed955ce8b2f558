package io.hotlens.skills.builtin.ports;

import java.util.Locale;

/// One row of the kernel's table of internet sockets.
///
/// @param sendQueue bytes sent and not yet acknowledged
/// @param receiveQueue bytes received and not yet read; for a listening socket the connections that
///   nobody has accepted yet
record InternetSocket(
        Protocol protocol,
        Endpoint local,
        Endpoint remote,
        State state,
        long sendQueue,
        long receiveQueue,
        long inode) {

    enum Protocol {
        TCP,
        UDP;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A numeric address with its port.
    record Endpoint(String address, int port) {
        @Override
        public String toString() {
            return (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
        }
    }

    /// States of a TCP connection, in the kernel's order from 1; UDP sockets use two of them.
    enum State {
        ESTABLISHED,
        SYN_SENT,
        SYN_RECV,
        FIN_WAIT1,
        FIN_WAIT2,
        TIME_WAIT,
        CLOSE,
        /// The peer has closed, and the application has not yet.
        CLOSE_WAIT,
        LAST_ACK,
        LISTEN,
        CLOSING,
        NEW_SYN_RECV,
        UNKNOWN;

        static State of(int number) {
            return number >= 1 && number < values().length ? values()[number - 1] : UNKNOWN;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
