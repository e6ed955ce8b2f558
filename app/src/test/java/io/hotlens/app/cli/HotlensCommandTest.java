package io.hotlens.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.session.SessionFactory;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;

class HotlensCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final AtomicReference<String> opened = new AtomicReference<>("");

    private int hotlens(String... arguments) {
        Window window =
                (OptionalLong pid, Optional<String> reason) -> {
                    opened.set(pid.isPresent() + " " + reason.orElse("-"));
                    return 0;
                };
        return HotlensCommand.run(
                List.of(arguments),
                new SessionFactory(),
                window,
                new PrintWriter(out, true),
                new PrintWriter(err, true));
    }

    private Data.Fields printedObject() {
        return (Data.Fields) Json.parse(out.toString());
    }

    @Test
    void withoutArgumentsTheWindowOpens() {
        assertEquals(0, hotlens());
        assertEquals("false -", opened.get());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    investigate --reason x                          | pid
                    investigate --pid 1                             | --reason
                    investigate --pid 0 --reason x                  | positive, not 0
                    investigate --pid 1 --url a:1 --reason x        | mutually exclusive
                    investigate --pid 1 --user bob --reason x       | belong to --url
                    investigate --url host:99999 --reason x         | 99999
                    investigate --url service:jmx:rmi:///jndi/ldap://h:1/x --reason x | LDAP
                    investigate --url h:1 --user bob --reason x     | go together
                    investigate --pid 1 --reason x --timeout 0      | at least 1 second
                    investigate --pid 1 --reason x --allow all      | pause or heavy
                    investigate --pid 1 --reason x --skills GC!     | skill id
                    investigate --pid 1 --reason x --jdbc-user bob  | belong to --jdbc-url
                    investigate --pid 1 --reason x --jdbc-url pg:x  | begins with jdbc:
                    investigate --pid 1 --reason x --jdbc-url jdbc:x --jdbc-password-file none | cannot be read
                    investigate --pid 1 --reason x --otlp here      | is no address of a collector
                    demo no-such-demo                               | deadlock
                    frobnicate                                      | frobnicate
                    """)
    void badUsageIsSaidInASentenceAndEndsWith64(String line, String says) {
        assertEquals(ExitStatus.USAGE, hotlens(line.strip().split(" +", -1)), err::toString);
        assertTrue(err.toString().contains(says.strip()), err::toString);
        assertEquals("", out.toString());
    }

    @Test
    void aProcessThatDoesNotExistEndsWith69() {
        assertEquals(
                ExitStatus.UNREACHABLE,
                hotlens("investigate", "--pid", "999999999", "--reason", "x", "--json"));
        assertTrue(err.toString().contains("999999999"), err::toString);
        assertEquals("", out.toString());
    }

    @Test
    void aPortWhereNobodyListensEndsWith69AndTheDoctorSaysWhy() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertEquals(ExitStatus.UNREACHABLE, hotlens("doctor", "--url", "127.0.0.1:" + port));
        assertTrue(out.toString().contains(Integer.toString(port)), out::toString);
    }

    @Test
    void anEmptyPasswordFileIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("secret"));
        assertEquals(
                ExitStatus.USAGE,
                hotlens(
                        "snapshot",
                        "--url",
                        "127.0.0.1:1",
                        "--user",
                        "bob",
                        "--password-file",
                        file.toString()));
        assertTrue(err.toString().contains("is empty"), err::toString);
    }

    @Test
    void theDemosAreListed() {
        assertEquals(0, hotlens("demo"));
        for (Demo demo : Demo.values()) {
            assertTrue(out.toString().contains(demo.title()), demo.title());
        }
    }

    @Test
    @Tag("patient")
    void aDeadlockedDemoEndsWith2AndOneJsonObject(@TempDir Path folder) throws IOException {
        Path steps = folder.resolve("steps.jsonl");
        assertEquals(
                ExitStatus.CRITICAL,
                hotlens(
                        "demo",
                        "deadlock",
                        "--headless",
                        "--json",
                        "--telemetry",
                        steps.toString()),
                err::toString);
        List<String> lines = Files.readAllLines(steps);
        assertTrue(lines.getFirst().startsWith("{\"name\":\"hotlens.investigation.started\""));
        assertTrue(lines.getLast().startsWith("{\"name\":\"hotlens.investigation.ended\""));
        Data.Fields printed = printedObject();
        assertEquals(Optional.of("completed"), printed.text("outcome"));
        var insight = (Data.Fields) printed.items("insights").getFirst();
        var root = (Data.Fields) insight.get("root_cause").orElseThrow();
        assertEquals(Optional.of("deadlock"), root.text("type"));
        assertEquals(
                Optional.of(true), insight.get("hypothesis_grounded").map(Data.of(true)::equals));
        var notification = (Data.Fields) printed.items("notifications").getFirst();
        assertTrue(
                insight.items("notification_ids").contains(notification.get("id").orElseThrow()));
        assertEquals(1, notification.items("snapshot_ids").size());
    }

    @Test
    @Tag("patient")
    void aDemoWithoutHeadlessOpensTheWindowOnIt() {
        assertEquals(0, hotlens("demo", "idle"));
        assertEquals("true a demo: idle", opened.get());
    }

    @Test
    @Tag("patient")
    void aJvmIsListedReadAndAsked() {
        try (Patient patient = Patient.start(Demo.IDLE, Jdk.find(17))) {
            String pid = Long.toString(patient.pid());
            assertEquals(0, hotlens("list", "--json"));
            assertTrue(out.toString().contains("\"pid\":" + pid), out::toString);
            out.getBuffer().setLength(0);

            assertEquals(
                    0,
                    hotlens("snapshot", "--pid", pid, "--skill", "jvm", "--json"),
                    err::toString);
            var snapshot =
                    (Data.Fields) ((Data.Items) Json.parse(out.toString())).values().getFirst();
            var data = (Data.Fields) snapshot.get("data").orElseThrow();
            assertTrue(data.number("live_threads").orElse(0.0) > 5, out::toString);
            out.getBuffer().setLength(0);

            assertEquals(
                    0,
                    hotlens("lua", "--pid", pid, "-e", "return get_node_info().feature"),
                    err::toString);
            assertEquals("17", out.toString().strip());
            out.getBuffer().setLength(0);

            assertEquals(ExitStatus.USAGE, hotlens("lua", "--pid", pid, "-e", "return 1 +"));
            assertTrue(err.toString().contains("line 1"), err::toString);

            assertEquals(0, hotlens("playbook", "system", "--pid", pid), err::toString);
            assertEquals(ExitStatus.USAGE, hotlens("playbook", "nothing", "--pid", pid));
            assertTrue(err.toString().contains("there is no skill 'nothing'"), err::toString);
        }
    }

    @Test
    void aDemoThatFallsIllLaterIsLeftToTheMonitor() {
        assertEquals(0, hotlens("demo", "late-leak"));
        assertEquals("true -", opened.get());
    }
}
