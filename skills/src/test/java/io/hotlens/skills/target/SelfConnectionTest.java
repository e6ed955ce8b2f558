package io.hotlens.skills.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.management.ObjectName;

class SelfConnectionTest {

    private static final String BEAN = "io.hotlens.test:type=Sample";

    /// The bean that the test reads.
    public interface SampleMBean {
        int getActive();

        String getDbPassword();

        String getJdbcUrl();

        File getFolder();

        double[] getTimes();

        double getNoNumber();
    }

    /// Its values.
    public static final class Sample implements SampleMBean {
        @Override
        public int getActive() {
            return 7;
        }

        @Override
        public String getDbPassword() {
            return "hush";
        }

        @Override
        public String getJdbcUrl() {
            return "jdbc:postgresql://me:hush@db/app?password=hush";
        }

        @Override
        public File getFolder() {
            return new File("x");
        }

        @Override
        public double[] getTimes() {
            return new double[] {1.5, 2};
        }

        @Override
        public double getNoNumber() {
            return Double.NaN;
        }
    }

    private final TargetConnection connection = Connector.open(new JvmAddress.ThisJvm());

    @BeforeEach
    void register() throws Exception {
        ManagementFactory.getPlatformMBeanServer()
                .registerMBean(new Sample(), new ObjectName(BEAN));
    }

    @AfterEach
    void unregister() throws Exception {
        ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(BEAN));
        connection.close();
    }

    @Test
    void onlyPlainAttributesOfForeignBeansAreReadAndSecretsAreHidden() {
        Map<String, Data> values =
                connection
                        .beans()
                        .get(
                                BEAN,
                                List.of(
                                        "Active",
                                        "DbPassword",
                                        "JdbcUrl",
                                        "Folder",
                                        "Times",
                                        "NoNumber"));
        assertEquals(
                Map.of(
                        "Active", Data.of(7),
                        "DbPassword", Data.of("***"),
                        "JdbcUrl", Data.of("jdbc:postgresql://db/app"),
                        "Times", Data.items(List.of(Data.of(1.5), Data.of(2))),
                        "NoNumber", Data.NOTHING),
                values);
        assertThrows(
                TargetException.Unsupported.class, () -> connection.beans().get(BEAN, "Folder"));
    }

    @Test
    void descriptionLeavesPasswordsOut() {
        String text = Json.write(connection.beans().describe(BEAN));
        assertTrue(text.contains("\"name\":\"Active\",\"type\":\"int\""), text);
        assertFalse(text.contains("Password"), text);
        assertEquals(List.of(BEAN), connection.beans().find("io.hotlens.test:*"));
    }

    @Test
    void ownJvmTellsItsThreadsAndCounters() {
        assertEquals(ProcessHandle.current().pid(), connection.info().pid().orElseThrow());
        assertTrue(connection.info().sameHost());
        assertTrue(
                connection.threads().dump().threads().stream()
                        .anyMatch(one -> one.name().equals(Thread.currentThread().getName())));
        assertTrue(connection.threads().deadlocked().isEmpty());
        assertTrue(connection.counters().isPresent());
        assertFalse(connection.threads().containers().isEmpty());
        assertEquals(
                Set.of(Capability.ATTACH_COMMANDS, Capability.NATIVE_MEMORY_TRACKING),
                connection.capabilities().missing().keySet());
    }

    @Test
    void closedConnectionRefusesCalls() {
        connection.close();
        connection.close();
        var gone = assertThrows(TargetException.Gone.class, () -> connection.threads().samples());
        assertTrue(String.valueOf(gone.getMessage()).contains("closed by Hotlens"));
    }

    @Test
    void malformedNamesAreAnsweredWithASentence() {
        var bad =
                assertThrows(
                        TargetException.Unsupported.class,
                        () -> connection.beans().find("nonsense"));
        assertTrue(String.valueOf(bad.getMessage()).contains("'nonsense' is not an object name"));
    }
}
