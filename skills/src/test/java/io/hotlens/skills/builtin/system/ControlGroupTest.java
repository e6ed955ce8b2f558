package io.hotlens.skills.builtin.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/// Control groups of both versions, laid out as files.
class ControlGroupTest {

    private static final String VERSION_2 = "0::/shop/web\n";
    private static final String VERSION_1 =
            "4:memory:/shop/web\n2:cpuacct,cpu:/shop/web\n1:name=systemd:/\n0::/\n";

    @TempDir private Path root;

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @Test
    void versionTwoTellsLimitsAndThrottling() throws IOException {
        write("shop/web/cpu.max", "150000 100000\n");
        write("shop/web/memory.max", "536870912\n");
        write("shop/web/memory.current", "209715200\n");
        write("shop/web/memory.stat", "anon 1\ninactive_file 104857600\n");
        write(
                "shop/web/cpu.stat",
                "usage_usec 9\nnr_periods 10\nnr_throttled 4\nthrottled_usec 2500\n");
        var group = new ControlGroup(root, VERSION_2);
        assertEquals(OptionalDouble.of(1.5), group.processors());
        assertEquals(OptionalDouble.of(512), group.memoryLimitMb());
        assertEquals(OptionalDouble.of(100), group.memoryUsedMb());
        assertEquals(new ControlGroup.Throttling(10, 4, 2.5), group.throttling().orElseThrow());
        assertEquals("shop/web", group.name());
    }

    @Test
    void versionOneTellsTheSameInOtherFiles() throws IOException {
        write("cpu/shop/web/cpu.cfs_quota_us", "50000\n");
        write("cpu/shop/web/cpu.cfs_period_us", "100000\n");
        write("cpu/shop/web/cpu.stat", "nr_periods 8\nnr_throttled 8\nthrottled_time 3000000\n");
        write("memory/shop/web/memory.limit_in_bytes", "268435456\n");
        write("memory/shop/web/memory.usage_in_bytes", "52428800\n");
        write("memory/shop/web/memory.stat", "inactive_file 1\ntotal_inactive_file 10485760\n");
        var group = new ControlGroup(root, VERSION_1);
        assertEquals(OptionalDouble.of(0.5), group.processors());
        assertEquals(OptionalDouble.of(256), group.memoryLimitMb());
        assertEquals(OptionalDouble.of(40), group.memoryUsedMb());
        assertEquals(new ControlGroup.Throttling(8, 8, 3), group.throttling().orElseThrow());
    }

    @Test
    void aLimitOfAnOuterGroupHoldsForTheInnerOne() throws IOException {
        write("shop/cpu.max", "100000 100000\n");
        write("shop/cpu.stat", "nr_periods 5\nnr_throttled 1\nthrottled_usec 1\n");
        write("shop/web/cpu.max", "max 100000\n");
        write("shop/memory.max", "1048576\n");
        write("shop/web/memory.max", "2097152\n");
        var group = new ControlGroup(root, VERSION_2);
        assertEquals(OptionalDouble.of(1), group.processors());
        assertEquals(OptionalDouble.of(1), group.memoryLimitMb());
        assertEquals(5, group.throttling().orElseThrow().periods());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    max 100000
                    0
                    100000 0
                    100000 x
                    -1 100000
                    """)
    void whatIsNoLimitIsNone(String cpuMax) throws IOException {
        write("shop/web/cpu.max", cpuMax);
        write("shop/web/memory.max", "max");
        var group = new ControlGroup(root, VERSION_2);
        assertTrue(group.processors().isEmpty());
        assertTrue(group.memoryLimitMb().isEmpty());
        assertTrue(group.throttling().isEmpty());
    }

    @Test
    void theLargestNumberOfPagesIsNoLimit() throws IOException {
        write("memory/shop/web/memory.limit_in_bytes", "9223372036854771712\n");
        write("cpu/shop/web/cpu.cfs_quota_us", "-1\n");
        var group = new ControlGroup(root, VERSION_1);
        assertTrue(group.memoryLimitMb().isEmpty());
        assertTrue(group.processors().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0::",
                "x",
                "0::/../../../etc",
                "4:memory",
                "4:memory:/a\n",
                "::\n:::\n"
            })
    void whatIsNoMembershipHasNoLimits(String membership) {
        var group = new ControlGroup(root, membership);
        assertTrue(group.processors().isEmpty());
        assertTrue(group.memoryLimitMb().isEmpty());
        assertTrue(group.memoryUsedMb().isEmpty());
        assertTrue(group.throttling().isEmpty());
    }
}
