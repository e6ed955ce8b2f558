package io.hotlens.skills.builtin.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.skills.builtin.Beans;
import io.hotlens.skills.builtin.ScriptedTarget;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.target.DiagnosticCommands;
import io.hotlens.skills.target.PerfCounters;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/// What the next histogram is said to cost.
class HeapReaderTest {

    private static final Duration ANSWER = Duration.ofMillis(250);
    private static final Duration STOPPED = Duration.ofMillis(30);

    private final ScriptedTarget target = new ScriptedTarget(25);
    private final HeapReader reader = new HeapReader(target.context());

    private long stoppedMillis;

    HeapReaderTest() {
        target.bean(Beans.MEMORY, Map.of());
        target.commands(new SlowAnswer());
    }

    private Duration pause() {
        return reader.cost(false).pause();
    }

    @Test
    void whatTheLastOneTookIsBelievedWhileTheLoadMayBeTheSame() {
        reader.histogram(false);
        target.pass(Duration.ofSeconds(9));
        assertEquals(ANSWER, pause());
    }

    @Test
    void laterTheObjectsCountForABusyHostMayBeIdleAgain() {
        reader.histogram(false);
        target.pass(Duration.ofSeconds(11));
        assertEquals(Duration.ofMillis(10), pause());
    }

    @Test
    void theTargetsOwnClockOfItsStopsIsBelievedMoreThanTheAnswersTime() {
        target.counters(new StopClock());
        reader.histogram(false);
        target.pass(Duration.ofSeconds(2));
        assertEquals(STOPPED.plusMillis(1), pause());
    }

    /// Two hundred thousand objects, told late.
    private final class SlowAnswer implements DiagnosticCommands {
        @Override
        public Set<String> names() {
            return Set.of(HeapReader.HISTOGRAM);
        }

        @Override
        public String run(String command, String... arguments) {
            target.pass(ANSWER);
            stoppedMillis += STOPPED.toMillis();
            return "   1:        200000        4800000  com.example.Session";
        }
    }

    private final class StopClock implements PerfCounters {
        @Override
        public OptionalLong number(String name) {
            return OptionalLong.empty();
        }

        @Override
        public OptionalLong millis(String name) {
            return name.equals("sun.rt.safepointTime")
                    ? OptionalLong.of(stoppedMillis)
                    : OptionalLong.empty();
        }

        @Override
        public Map<String, Data> all() {
            return Map.of();
        }
    }
}
