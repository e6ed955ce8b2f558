package io.hotlens.skills.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

@Tag("patient")
class OldObjectsTest {

    private static final String KEEPER = "io.hotlens.skills.demo.HeapLeakDemo.SESSIONS";

    @TempDir Path folder;

    @ParameterizedTest(name = "JDK {0}")
    @ValueSource(ints = {17, 25})
    void thePathFromTheStaticFieldToALeakedObjectIsFound(int feature) {
        try (Patient patient = Patient.start(Demo.HEAP_LEAK, Jdk.find(feature));
                TargetConnection connection =
                        Connector.open(new JvmAddress.LocalProcess(patient.pid()))) {
            OldObjects objects = connection.oldObjects();
            assertEquals(List.of(), objects.end(), "nothing was begun");
            objects.begin();
            objects.begin();
            double begun = uptimeMs(connection);
            Eventually.within(
                    Duration.ofSeconds(30),
                    "leaked objects were allocated for six seconds",
                    () -> uptimeMs(connection) > begun + 6_000);
            List<OldObjects.OldObject> found = objects.end();
            OldObjects.OldObject kept =
                    found.stream()
                            .filter(OldObjectsTest::isKeptByTheDemo)
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("only " + found));
            assertFalse(objects.underWay());
            assertEquals("byte[]", kept.type());
            assertTrue(kept.age().compareTo(Duration.ofMinutes(5)) < 0, kept::toString);
            // A JDK 17 may lose the stacks of samples when another recording runs beside.
            List<String> place = kept.allocatedAt();
            assertTrue(
                    place.isEmpty() ? feature == 17 : place.getFirst().contains("Session"),
                    kept::toString);
        }
    }

    private static double uptimeMs(TargetConnection connection) {
        return connection.beans().get("java.lang:type=Runtime", "Uptime")
                        instanceof Data.Num(double ms)
                ? ms
                : 0;
    }

    private static boolean isKeptByTheDemo(OldObjects.OldObject one) {
        return one.path().stream().anyMatch(step -> step.equals(KEEPER));
    }

    @Test
    void aUserWhoMayOnlyReadCannotSample() throws IOException {
        Agent agent = Agent.withUsers(folder);
        try (Patient patient = Patient.start(Demo.IDLE, Jdk.find(25), agent.jvmOptions());
                TargetConnection looking =
                        Connector.open(
                                agent.address()
                                        .with(new JvmAddress.Credentials("looker", "secret")))) {
            assertTrue(patient.isAlive());
            assertThrows(TargetException.Unsupported.class, () -> looking.oldObjects().begin());
            assertFalse(looking.oldObjects().underWay());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "java.lang.String, java.lang.String",
        "[B, byte[]",
        "[[I, int[][]",
        "[Ljava.lang.Object;, java.lang.Object[]",
        "[, [",
        "[Lbroken, Lbroken[]",
        "'', ''"
    })
    void arraysAreReadAsInSources(String name, String readable) {
        assertEquals(readable, OldObjectData.readable(name));
    }
}
