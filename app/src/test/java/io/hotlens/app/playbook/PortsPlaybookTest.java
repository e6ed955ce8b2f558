package io.hotlens.app.playbook;

import static io.hotlens.app.playbook.PortsAnswers.FILES;
import static io.hotlens.app.playbook.PortsAnswers.IDLE;
import static io.hotlens.app.playbook.PortsAnswers.SOCKETS;
import static io.hotlens.app.playbook.PortsAnswers.growth;
import static io.hotlens.app.playbook.PortsAnswers.healthy;
import static io.hotlens.app.playbook.PortsAnswers.leaking;
import static io.hotlens.app.playbook.PortsAnswers.moved;
import static io.hotlens.app.playbook.PortsAnswers.observation;
import static io.hotlens.app.playbook.PortsAnswers.parties;
import static io.hotlens.app.playbook.PortsAnswers.process;
import static io.hotlens.app.playbook.PortsAnswers.slowFile;
import static io.hotlens.app.playbook.PortsAnswers.slowPeer;
import static io.hotlens.app.playbook.PortsAnswers.top;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortsPlaybookTest {

    @Test
    void fewFilesAndLittleInputAreHealthy() {
        healthy().isSilent();
    }

    @Test
    void filesThatAreNeverClosedLeak() {
        Data.Fields finding = leaking(FILES).finds("fd_leak");
        assertEquals("/data/*.csv", finding.text("subject").orElse(""));
        assertEquals("critical", finding.text("severity").orElse(""));
        assertTrue(observation(finding).contains("180/min"));
    }

    @Test
    void aLeakThatLeavesMoreThanHalfAnHourIsAWarning() {
        Data.Fields finding =
                healthy()
                        .answer("ports_growth", growth(20, 27, 0.99, 15, 3, FILES))
                        .finds("fd_leak");
        assertEquals("warning", finding.text("severity").orElse(""));
    }

    @Test
    void aLeakTowardsAnUnknownLimitIsAWarning() {
        Data.Fields finding =
                healthy()
                        .answer("ports_growth", growth("null", 20, 180, 0.99, 60, 20, FILES))
                        .finds("fd_leak");
        assertEquals("warning", finding.text("severity").orElse(""));
    }

    @Test
    void aLeakOfARemoteTargetIsFoundWithoutNames() {
        Data.Fields finding = leaking("").finds("fd_leak");
        assertEquals("", finding.text("subject").orElse("none"));
        assertTrue(observation(finding).contains("(60 more)"));
    }

    @Test
    void socketsThatThePeerHasClosedAreForgotten() {
        Data.Fields finding =
                leaking(SOCKETS).answer("ports_list_inet", parties(12)).finds("socket_leak");
        assertEquals("to 10.0.0.5:8080", finding.text("subject").orElse(""));
        assertTrue(observation(finding).endsWith("12 of them closed by the peer"));
    }

    @Test
    void fewThatThePeerHasClosedPassBy() {
        Data.Fields finding =
                leaking(SOCKETS).answer("ports_list_inet", parties(11)).finds("socket_leak");
        assertFalse(observation(finding).contains("closed by the peer"));
    }

    @Test
    void socketsThatMayNotBeSeenLeakAllTheSame() {
        Data.Fields finding =
                leaking(SOCKETS)
                        .refuse("ports_list_inet", "Hotlens runs as another user")
                        .finds("socket_leak");
        assertFalse(observation(finding).contains("closed by the peer"));
    }

    @ParameterizedTest
    @CsvSource({"180, 0.99, 60, 8", "180, 0.99, 60, 0", "180, 0.84, 60, 20", "19, 0.99, 60, 20"})
    void aRiseThatHasEndedOrIsUnevenOrSlowIsNoLeak(
            double perMin, double r2, int added, int lately) {
        healthy().answer("ports_growth", growth(20, perMin, r2, added, lately, FILES)).isSilent();
    }

    @ParameterizedTest
    @CsvSource({"20, 14", "13, 60"})
    void aSmallOrShortRiseIsWatchedForLonger(double windowS, int added) {
        healthy().answer("ports_growth", growth(windowS, 180, 0.99, added, 5, FILES)).looksAgain();
    }

    @Test
    void aShortWatchSaysNothing() {
        healthy().answer("ports_growth", growth(7, 0, 0, 0, 0, "")).looksAgain();
    }

    @Test
    void descriptorsThatAreNearlyUsedUpAreCritical() {
        Playbook playbook =
                healthy().answer("history ports.fd_used_pct", "{\"count\":9,\"last\":89.9}");
        playbook.isSilent();
        Data.Fields finding =
                playbook.answer("history ports.fd_used_pct", "{\"count\":9,\"last\":90}")
                        .finds("fd_leak");
        assertEquals("critical", finding.text("severity").orElse(""));
        assertTrue(observation(finding).contains("90 %"));
    }

    @Test
    void anUnknownUseOfDescriptorsSaysNothing() {
        healthy().answer("history ports.fd_used_pct", "{\"count\":0,\"last\":null}").isSilent();
    }

    @Test
    void aFileThatThreadsWaitForIsSlow() {
        Data.Fields finding =
                healthy()
                        .answer("ports_top", top(slowFile("file_write", "/j", 10, 200), IDLE))
                        .finds("slow_file_io");
        assertEquals("/j", finding.text("subject").orElse(""));
        assertTrue(observation(finding).contains("for file write of /j"));
        assertTrue(finding.text("hypothesis").orElse("").contains("device"));
    }

    @Test
    void whatIsForcedToADiskIsSlowForThat() {
        Data.Fields finding =
                healthy()
                        .answer("ports_top", top(slowFile("file_force", "/j", 10, 200), IDLE))
                        .finds("slow_file_io");
        assertTrue(finding.text("hypothesis").orElse("").contains("forced"));
    }

    @ParameterizedTest
    @CsvSource({"file_write, /j, 9, 200", "file_write, /j, 10, 199", "file_read, '', 10, 200"})
    void fewOrShortWaitsOrThoseForNoFileAreFine(
            String kind, String name, int count, double lostMsPerS) {
        healthy()
                .answer("ports_top", top(slowFile(kind, name, count, lostMsPerS), IDLE))
                .isSilent();
    }

    @Test
    void aShareOfAShortWindowIsWatchedForLonger() {
        healthy()
                .answer("ports_growth", growth(11, 0, 0, 0, 0, ""))
                .answer("ports_top", top(slowFile("file_write", "/j", 2, 30), IDLE))
                .looksAgain();
    }

    @Test
    void aPeerThatAnswersLateIsSlow() {
        Data.Fields finding =
                healthy()
                        .answer("ports_top", top(slowPeer(true, "an answer", 8, 100, 500), IDLE))
                        .finds("slow_remote");
        assertEquals("rates.example:8080", finding.text("subject").orElse(""));
        assertTrue(observation(finding).contains("takes 100 ms to answer"));
    }

    @ParameterizedTest
    @CsvSource({
        "false, an answer, 8, 100, 500",
        "true, messages, 8, 100, 500",
        "true, an answer, 7, 100, 500",
        "true, an answer, 8, 99, 500",
        "true, an answer, 8, 100, 499"
    })
    void whoIsNotAskedOrAnswersSoonIsNotSlow(
            boolean outgoing, String waitsFor, int count, double eachMs, double lostMsPerS) {
        healthy()
                .answer(
                        "ports_top",
                        top(slowPeer(outgoing, waitsFor, count, eachMs, lostMsPerS), IDLE))
                .isSilent();
    }

    @Test
    void muchOutputNamesItsPlace() {
        Data.Fields finding =
                healthy()
                        .answer("ports_top", top(moved("backup:9000", 6), process(10, 0, 60, 500)))
                        .finds("io_heavy");
        assertEquals("backup:9000", finding.text("subject").orElse(""));
        assertTrue(observation(finding).contains("writes 60 MB/s in 500 calls"));
    }

    @Test
    void aPlaceWithASmallShareIsNotNamed() {
        Data.Fields finding =
                healthy()
                        .answer("ports_top", top(moved("backup:9000", 5), process(10, 0, 60, 500)))
                        .finds("io_heavy");
        assertEquals("", finding.text("subject").orElse("none"));
    }

    @Test
    void manySmallCallsAreNotBuffered() {
        Data.Fields finding =
                healthy().answer("ports_top", top("", process(10, 1, 1, 20_000))).finds("io_heavy");
        assertTrue(finding.text("hypothesis").orElse("").contains("not buffered"));
    }

    @Test
    void lessIsWork() {
        healthy().answer("ports_top", top("", process(10, 30, 29, 19_999))).isSilent();
    }

    @Test
    void heavyInputIsWatchedForSevenSeconds() {
        healthy().answer("ports_top", top("", process(6.9, 90, 90, 500))).looksAgain();
    }

    @Test
    void countersThatMayNotBeReadSayNothing() {
        healthy()
                .answer("ports_top", top("", "{\"unavailable\":\"needs /proc/PID/io\"}"))
                .isSilent();
    }
}
