package io.hotlens.skills.builtin.mbeans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.examination.Examination;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;
import io.hotlens.skills.target.TargetException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Optional;

@Tag("patient")
class MBeansLiveTest {

    private static final String RUNTIME = "java.lang:type=Runtime";

    static List<Jdk> jdks() {
        return Jdk.supported();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void beansAreFoundDescribedAndReadWithoutSecrets(Jdk jdk) {
        try (Patient patient = Patient.start(Demo.IDLE, jdk, "-Ddb.password=hunter2");
                Examination exam = Examination.of(new MBeansSkill(), patient)) {
            assertTrue(exam.reading("mbean_count") instanceof Reading.Known(double n) && n > 15);
            assertTrue(exam.reading("domains") instanceof Reading.Known(double n) && n >= 3);
            Data.Fields pools = exam.call("mbeans_find", "java.lang:type=MemoryPool,*", 2);
            assertTrue(pools.number("total").orElse(0.0) > 2, pools::toString);
            assertEquals(2, pools.items("items").size());
            assertEquals(
                    pools.number("total"),
                    exam.call("mbeans_find", "type=memorypool", 50).number("total"),
                    "a part of the name, in any case");
            assertTrue(Json.write(exam.call("mbeans_describe", RUNTIME)).contains("\"Uptime\""));
            Data.Fields name = exam.call("mbeans_get", RUNTIME, "Name");
            assertTrue(
                    name.text("value").orElse("").startsWith(patient.pid() + "@"), name::toString);
            String arguments = Json.write(exam.call("mbeans_get", RUNTIME, "InputArguments"));
            assertTrue(arguments.contains("db.password"), arguments);
            assertFalse(arguments.contains("hunter2"), arguments);
            assertFalse(
                    Json.write(exam.call("mbeans_get", RUNTIME, "SystemProperties"))
                            .contains("hunter2"));
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void domainsAreListedAndABeanIsReadInOneGoWithoutSecrets(Jdk jdk) {
        try (Patient patient = Patient.start(Demo.IDLE, jdk, "-Ddb.password=hunter2");
                Examination exam = Examination.of(new MBeansSkill(), patient)) {
            assertTrue(
                    exam.call("mbeans_domains", 50).items("items").stream()
                            .map(Data.Fields.class::cast)
                            .anyMatch(
                                    row ->
                                            row.text("domain").equals(Optional.of("java.lang"))
                                                    && row.number("beans").orElse(0.0) > 8));
            Data.Fields heap = attribute(exam, "java.lang:type=Memory", "HeapMemoryUsage");
            assertTrue(
                    heap.get("value").orElseThrow() instanceof Data.Fields usage
                            && usage.number("used").orElse(0.0) > 100_000,
                    heap::toString);
            assertTrue(
                    attribute(
                                    exam,
                                    "java.lang:type=MemoryPool,name=Metaspace",
                                    "CollectionUsageThreshold")
                            .text("unavailable")
                            .isPresent(),
                    "Metaspace has no such threshold");
            String runtime = Json.write(exam.call("mbeans_values", RUNTIME));
            assertTrue(runtime.contains("db.password"), runtime);
            assertFalse(runtime.contains("hunter2"), runtime);
        }
    }

    private static Data.Fields attribute(Examination exam, String bean, String name) {
        return exam.call("mbeans_values", bean).items("attributes").stream()
                .map(Data.Fields.class::cast)
                .filter(one -> one.text("name").equals(Optional.of(name)))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void whatDoesNotExistIsSaid(Jdk jdk) {
        try (Patient patient = Patient.start(Demo.IDLE, jdk);
                Examination exam = Examination.of(new MBeansSkill(), patient)) {
            assertEquals(
                    0, exam.call("mbeans_find", "no-such-bean", 5).number("total").orElse(1.0));
            assertThrows(
                    TargetException.class, () -> exam.call("mbeans_get", "no.such:type=Bean", "A"));
            assertThrows(TargetException.class, () -> exam.call("mbeans_get", "not a name", "A"));
        }
    }
}
