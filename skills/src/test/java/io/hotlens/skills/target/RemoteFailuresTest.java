package io.hotlens.skills.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.EOFException;
import java.io.IOException;
import java.io.InvalidClassException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.rmi.ConnectException;
import java.rmi.ConnectIOException;
import java.rmi.NoSuchObjectException;
import java.rmi.NotBoundException;
import java.rmi.UnmarshalException;
import java.util.List;
import java.util.stream.Stream;

import javax.management.InstanceNotFoundException;
import javax.net.ssl.SSLHandshakeException;

class RemoteFailuresTest {

    private static final JvmAddress.JmxUrl ADDRESS = JvmAddress.JmxUrl.of("db", 9010);

    private static Exception rmi(Exception cause) {
        return new ConnectIOException("Exception creating connection to: db", cause);
    }

    static Stream<Arguments> failures() {
        return Stream.concat(onTheWay(), fromThePeer());
    }

    private static Stream<Arguments> onTheWay() {
        return Stream.of(
                Arguments.of(rmi(new UnknownHostException("db")), "no host is called db"),
                Arguments.of(
                        new ConnectException(
                                "Connection refused to host: db",
                                new java.net.ConnectException("Connection refused")),
                        "nothing listens on db:9010"),
                Arguments.of(
                        rmi(new SocketTimeoutException("Connect timed out")),
                        "db:9010 did not answer in time"),
                Arguments.of(rmi(new NoRouteToHostException("x")), "no route to db"),
                Arguments.of(
                        new ConnectIOException("non-JRMP server at remote endpoint"),
                        "does not speak RMI in plain text"),
                Arguments.of(rmi(new EOFException()), "does not speak RMI in plain text"),
                Arguments.of(
                        rmi(new SSLHandshakeException("PKIX path building failed: x")),
                        "the certificate of db:9010 is not trusted"),
                Arguments.of(
                        rmi(
                                new SSLHandshakeException(
                                        "No subject alternative names matching IP address found")),
                        "is for another name than db"),
                Arguments.of(rmi(new SSLHandshakeException("NotAfter: yesterday")), "has expired"),
                Arguments.of(
                        rmi(new SSLHandshakeException("Received fatal alert: bad_certificate")),
                        "wants a client certificate"),
                Arguments.of(
                        rmi(new SSLHandshakeException("protocol_version")),
                        "no TLS could be agreed"));
    }

    private static Stream<Arguments> fromThePeer() {
        return Stream.of(
                Arguments.of(
                        new SecurityException("Authentication failed! Credentials required"),
                        "wants a user and a password"),
                Arguments.of(
                        new SecurityException(
                                "Authentication failed! Invalid username or password"),
                        "refuses this user or password"),
                Arguments.of(new SecurityException("go away"), "refuses the login: go away"),
                Arguments.of(new RemoteLine.PlainText(), "offers no TLS"),
                Arguments.of(new NotBoundException("jmxrmi2"), "it has: jmxrmi2"),
                Arguments.of(new NotBoundException(""), "it has: nothing"),
                Arguments.of(new RemoteLine.NotJmx(new Class<?>[0]), "is no JMX connector"),
                Arguments.of(new NoSuchObjectException("no such object"), "is no longer there"),
                Arguments.of(
                        new UnmarshalException("x", new InvalidClassException("REJECTED")),
                        "was refused unread"),
                Arguments.of(rmi(new SocketException("Connection reset")), "Connection reset"),
                Arguments.of(new IOException("something new"), "something new"),
                Arguments.of(
                        new TargetException.TimedOut("late"),
                        "accepts connections and then stays"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void eachFailureIsOneSentenceWithCauseAndFix(Exception failure, String part) {
        String sentence = String.valueOf(RemoteFailures.explain(ADDRESS, failure, "").getMessage());
        assertTrue(sentence.contains(part), sentence);
        assertTrue(sentence.endsWith("."), sentence);
        assertTrue(sentence.contains("db"), sentence);
        assertEquals(1, sentence.lines().count());
    }

    @Test
    void anotherHostOfTheStubIsNamed() {
        TargetException explained =
                RemoteFailures.explain(
                        ADDRESS, rmi(new java.net.ConnectException("refused")), "inner.local");
        assertTrue(String.valueOf(explained.getMessage()).contains("another host, inner.local"));
        assertInstanceOf(TargetException.Unreachable.class, explained);
    }

    @Test
    void callsFailByTheirKind() {
        assertInstanceOf(
                TargetException.Denied.class,
                JmxFailures.translate(
                        "x",
                        new SecurityException(
                                "Access denied! Invalid access level for requested operation.")));
        assertInstanceOf(
                TargetException.Unsupported.class,
                JmxFailures.translate("x", new InstanceNotFoundException("y")));
        assertInstanceOf(
                TargetException.Gone.class, JmxFailures.translate("x", new IOException("reset")));
        assertTrue(JmxFailures.broken(new IOException("reset")));
        for (Exception cause :
                List.of(
                        new InvalidClassException("x"),
                        new java.io.NotSerializableException("x"),
                        new ClassNotFoundException("x"))) {
            var failure = new UnmarshalException("x", cause);
            assertTrue(!JmxFailures.broken(failure), cause.toString());
            assertInstanceOf(
                    TargetException.Unsupported.class, JmxFailures.translate("x", failure));
        }
    }
}
