package io.hotlens.skills.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.builtin.ports.PortsSkill;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.skill.BadArguments;
import io.hotlens.skills.target.TargetException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

@Tag("patient")
@Execution(ExecutionMode.CONCURRENT)
class PortsOfPatientsTest {

    static List<Jdk> jdks() {
        return Jdk.supported();
    }

    private static double number(Data.Fields fields, String name) {
        return fields.number(name).orElse(Double.NaN);
    }

    private static String text(Data.Fields fields, String name) {
        return fields.text(name).orElse("");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aLeakOfFilesIsFollowedToTheirName(Jdk jdk) {
        try (Visit visit = Visit.local(new PortsSkill(), Demo.FD_LEAK, jdk)) {
            visit.eventually(
                    "ten files more are open",
                    v -> number(v.call("ports_growth", 1), "added") >= 10);
            Data.Fields worst = Visit.items(visit.call("ports_growth", 1), "groups").getFirst();
            assertEquals("file", text(worst, "kind"));
            assertTrue(text(worst, "name").endsWith("/release"), worst::toString);
            assertTrue(visit.value("fd_limit") > visit.value("open_fds"));
            assertTrue(visit.value("fd_used_pct") < 100);
            Data.Fields listed =
                    visit.items("ports_list", 50).stream()
                            .filter(one -> text(one, "name").endsWith("/release"))
                            .findFirst()
                            .orElseThrow();
            double id = ((Data.Num) listed.items("ids").getFirst()).value();
            Data.Fields info = visit.call("ports_info", id);
            assertTrue(text(info, "name").endsWith("/release"), info::toString);
            assertEquals(Data.of(true), info.get("for_reading").orElseThrow());
            assertThrows(BadArguments.class, () -> visit.call("ports_info", 123_456));
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void forgottenSocketsStandInCloseWait(Jdk jdk) {
        try (Visit visit = Visit.local(new PortsSkill(), Demo.SOCKET_LEAK, jdk)) {
            visit.eventually(
                    "five sockets were closed by the peer only",
                    v ->
                            Visit.items(v.call("ports_list_inet", 50), "parties").stream()
                                    .anyMatch(party -> number(party, "close_wait") >= 5));
            assertTrue(visit.value("listening") >= 1);
            assertTrue(visit.value("sockets") >= 6);
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aSlowPeerIsAskedAndALocalClientIsNot(Jdk jdk) {
        try (Visit visit = Visit.local(new PortsSkill(), Demo.SLOW_REMOTE, jdk)) {
            visit.eventually(
                    "answers that took long",
                    v ->
                            v.items("ports_slow_io", 50).stream()
                                    .anyMatch(one -> text(one, "site").contains("askPrice")));
            Data.Fields asked =
                    visit.items("ports_slow_io", 50).stream()
                            .filter(one -> text(one, "site").contains("askPrice"))
                            .findFirst()
                            .orElseThrow();
            assertEquals(Data.of(true), asked.get("outgoing").orElseThrow());
            assertEquals("an answer", text(asked, "waits_for"));
            assertTrue(number(asked, "longest_ms") >= 290, asked::toString);
            assertTrue(
                    visit.items("ports_slow_io", 50).stream()
                            .filter(one -> text(one, "site").contains("serve"))
                            .allMatch(
                                    one ->
                                            one.get("outgoing")
                                                    .equals(
                                                            java.util.Optional.of(
                                                                    Data.of(false)))));
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void whatTheProcessWritesIsCounted(Jdk jdk) {
        try (Visit visit = Visit.local(new PortsSkill(), Demo.IO_HEAVY, jdk)) {
            visit.eventually(
                    "two looks at the kernel's counters",
                    v ->
                            v.call("ports_top", 5, "output").get("process").orElseThrow()
                                            instanceof Data.Fields process
                                    && number(process, "write_mb_per_s") > 20);
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aRemoteTargetTellsItsCountAndNoMore(Jdk jdk) {
        try (Visit visit = Visit.remote(new PortsSkill(), Demo.FD_LEAK, jdk)) {
            assertTrue(visit.value("open_fds") > 5);
            assertTrue(visit.value("fd_limit") > 100);
            assertInstanceOf(Reading.Unavailable.class, visit.metric("sockets"));
            visit.eventually(
                    "the count rises", v -> number(v.call("ports_growth", 1), "added") >= 5);
            assertThrows(TargetException.Unsupported.class, () -> visit.call("ports_list", 10));
            assertEquals(List.of(), visit.items("ports_top", 10, "output"));
        }
    }
}
