package io.hotlens.skills.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hotlens.skills.builtin.system.SystemSkill;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.patient.Jdk;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

@Tag("patient")
class ContainerOfPatientsTest {

    static List<Jdk> jdks() {
        return Jdk.supported();
    }

    private static double number(Data.Fields fields, String name) {
        return fields.number(name).orElse(Double.NaN);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aBusyProcessIsHeldBackByItsCpuLimit(Jdk jdk) throws IOException {
        Optional<LimitedGroup> group = LimitedGroup.create();
        assumeTrue(group.isPresent(), "control groups cannot be made on this machine");
        try (LimitedGroup limited = group.get();
                Visit visit = Visit.local(new SystemSkill(), Demo.CPU_LOOP, jdk)) {
            limited.take(visit.pid());
            visit.eventually("it was held back", v -> v.value("cpu_throttled_pct") >= 25);
            Data.Fields container = visit.call("system_get_container");
            assertEquals(Data.of(true), container.get("limited").orElseThrow());
            assertEquals(LimitedGroup.PROCESSORS, number(container, "processors"), 0.001);
            Data.Fields cpu = visit.call("system_get_cpu");
            assertEquals(LimitedGroup.PROCESSORS, number(cpu, "container_processors"), 0.001);
            assertTrue(number(cpu, "processors") >= 1, cpu::toString);
            if (limited.limitsMemory()) {
                Data.Fields memory = visit.call("system_get_memory");
                assertEquals(LimitedGroup.MEMORY_MB, number(memory, "container_limit_mb"), 1);
                assertTrue(
                        number(memory, "host_total_mb") > number(memory, "container_limit_mb"),
                        memory::toString);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aRemoteTargetTellsWhatItsJvmSees(Jdk jdk) {
        try (Visit visit = Visit.remote(new SystemSkill(), Demo.IDLE, jdk)) {
            Data.Fields memory = visit.call("system_get_memory");
            assertTrue(number(memory, "jvm_sees_total_mb") > 100, memory::toString);
            assertTrue(
                    number(memory, "jvm_sees_free_mb") < number(memory, "jvm_sees_total_mb"),
                    memory::toString);
            assertInstanceOf(Data.Fields.class, memory.get("host_total_mb").orElseThrow());
            assertTrue(visit.value("cpu_load_1m") >= 0);
            assertInstanceOf(Reading.Unavailable.class, visit.metric("cpu_throttled_pct"));
            assertEquals(List.of(), visit.items("system_get_disks"));
        }
    }
}
