package io.hotlens.app.playbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SystemPlaybookTest {

    private static final String UNKNOWN = "{\"unavailable\":\"only on the same host\"}";

    private static Playbook healthy() {
        return Playbook.of("system")
                .answer("system_get_cpu", cpu("1.5", "1.2", "20", "5", UNKNOWN))
                .answer("system_get_memory", memory("9000", "null", "null"))
                .answer("system_get_disks", disk("ext4", 60, 40_000));
    }

    private static String cpu(
            String load1, String load5, String hostPct, String processPct, String throttledPct) {
        return """
        {"processors":4,"host_load_1m":%s,"host_load_5m":%s,"host_load_15m":%s,
        "host_cpu_pct":%s,"process_cpu_pct":%s,"container_processors":%s,
        "container_throttled_pct":%s}\
        """
                .formatted(
                        load1,
                        load5,
                        load5,
                        hostPct,
                        processPct,
                        throttledPct.equals(UNKNOWN) ? "null" : "0.5",
                        throttledPct);
    }

    private static String memory(String availableMb, String limitMb, String usedMb) {
        return """
        {"host_total_mb":16000,"host_available_mb":%s,"host_used_pct":40,
        "swap_total_mb":2000,"swap_used_mb":100,"container_limit_mb":%s,
        "container_used_mb":%s,"jvm_sees_total_mb":16000,"jvm_sees_free_mb":500}\
        """
                .formatted(availableMb, limitMb, usedMb);
    }

    private static String disk(String type, double usedPct, double usableMb) {
        return """
        {"total":1,"showing":1,"items":[{"mount":"/data","type":"%s","total_mb":100000,
        "usable_mb":%s,"used_pct":%s}],"note":""}\
        """
                .formatted(type, usableMb, usedPct);
    }

    private static String observation(Data.Fields finding) {
        return finding.text("observation").orElse("");
    }

    @Test
    void aHostWithRoomIsHealthy() {
        healthy().isSilent();
    }

    @Test
    void ofARemoteHostNothingIsMadeUp() {
        healthy()
                .answer("system_get_cpu", cpu(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN))
                .answer(
                        "system_get_memory",
                        memory(UNKNOWN, "null", "null").replace("16000", UNKNOWN))
                .answer(
                        "system_get_disks",
                        """
                        {"total":0,"showing":0,"items":[],"note":"only on the same host"}\
                        """)
                .isSilent();
    }

    @Test
    void aLoadThatLastsAndIsOthersTakesTheCpu() {
        Data.Fields finding =
                healthy()
                        .answer("system_get_cpu", cpu("20", "16", "97", "49", UNKNOWN))
                        .finds("cpu_saturated_host");
        assertTrue(observation(finding).contains("load of 20.0; this process uses 49 %"));
    }

    @Test
    void aRemoteHostTellsItsLoadOverOneMinuteOnly() {
        healthy()
                .answer("system_get_cpu", cpu("20", UNKNOWN, "99", "5", UNKNOWN))
                .finds("cpu_saturated_host");
    }

    @ParameterizedTest
    @CsvSource({"15, 20, 99, 5", "20, 15, 99, 5", "20, 20, 96, 5", "20, 20, 99, 50"})
    void aShortLoadOrIdleCpuOrItsOwnWorkIsFine(
            String load1, String load5, String hostPct, String processPct) {
        healthy()
                .answer("system_get_cpu", cpu(load1, load5, hostPct, processPct, UNKNOWN))
                .isSilent();
    }

    @Test
    void aProcessOfUnknownUseIsNoVictim() {
        healthy().answer("system_get_cpu", cpu("20", "20", "99", UNKNOWN, UNKNOWN)).isSilent();
    }

    @Test
    void aContainerHeldBackInAQuarterOfItsPeriodsIsThrottled() {
        Playbook playbook = healthy().answer("system_get_cpu", cpu("1", "1", "20", "5", "24.9"));
        playbook.isSilent();
        Data.Fields finding =
                playbook.answer("system_get_cpu", cpu("1", "1", "20", "5", "25"))
                        .finds("cpu_throttled");
        assertTrue(finding.text("context").orElse("").contains("0.5 processors"));
    }

    @Test
    void aHostWithoutMemoryIsCritical() {
        Playbook playbook = healthy().answer("system_get_memory", memory("480", "null", "null"));
        playbook.isSilent();
        Data.Fields finding =
                playbook.answer("system_get_memory", memory("479", "null", "null"))
                        .finds("memory_pressure_host");
        assertEquals("critical", finding.text("severity").orElse(""));
        assertEquals("", finding.text("subject").orElse("none"));
        assertTrue(observation(finding).contains("only 479 MB left"));
    }

    @Test
    void aContainerAtItsLimitIsCriticalWhateverTheHostHas() {
        Playbook playbook = healthy().answer("system_get_memory", memory("9000", "1000", "949"));
        playbook.isSilent();
        Data.Fields finding =
                playbook.answer("system_get_memory", memory("9000", "1000", "950"))
                        .finds("memory_pressure_host");
        assertEquals("container", finding.text("subject").orElse(""));
        assertTrue(observation(finding).contains("950 of the 1000 MB"));
    }

    @Test
    void aLimitWithoutItsUseSaysNothing() {
        healthy().answer("system_get_memory", memory("9000", "1000", "null")).isSilent();
    }

    @Test
    void aDiskWithoutRoomForALogIsFull() {
        Data.Fields finding =
                healthy().answer("system_get_disks", disk("ext4", 99.9, 199)).finds("disk_full");
        assertEquals("/data", finding.text("subject").orElse(""));
        assertTrue(observation(finding).contains("199 MB left"));
    }

    @ParameterizedTest
    @CsvSource({"99.9, 200", "97.9, 50"})
    void aSmallShareOfALargeDiskOrASmallDiskIsNotFull(double usedPct, double usableMb) {
        healthy().answer("system_get_disks", disk("ext4", usedPct, usableMb)).isSilent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"squashfs", "iso9660", "cdrom", "overlay"})
    void whatNobodyWritesToIsAlwaysFull(String type) {
        healthy().answer("system_get_disks", disk(type, 100, 0)).isSilent();
    }
}
