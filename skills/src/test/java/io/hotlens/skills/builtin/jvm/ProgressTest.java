package io.hotlens.skills.builtin.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.builtin.ScriptedTarget;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.target.ProcessReader;
import io.hotlens.skills.target.ProcessReader.NativeThread;

import org.junit.jupiter.api.Test;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;

class ProgressTest {

    private final ScriptedTarget target = new ScriptedTarget(25);
    private final Progress progress = new Progress(target.context());
    private List<NativeThread> threads = List.of();

    private Data.Fields look(NativeThread... now) {
        threads = List.of(now);
        target.process(
                (ProcessReader)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {ProcessReader.class},
                                (_, method, _) -> {
                                    assertEquals("nativeThreads", method.getName());
                                    return threads;
                                }));
        return (Data.Fields) progress.answer();
    }

    private static NativeThread thread(long id, double cpuMs) {
        return thread(id, cpuMs, 0);
    }

    private static NativeThread thread(long id, double cpuMs, double queuedMs) {
        return new NativeThread(id, "worker-" + id, 'R', cpuMs, queuedMs);
    }

    private static String shares(Data.Fields answer) {
        return answer.items("native_threads").stream()
                .map(Data.Fields.class::cast)
                .map(one -> one.text("name").orElse("") + " " + one.number("cpu_pct").orElse(-1.0))
                .toList()
                .toString();
    }

    @Test
    void theFirstLookKnowsNoShares() {
        Data.Fields first = look(thread(1, 500));
        assertEquals(0, first.number("window_s").orElse(-1.0));
        assertEquals("[]", shares(first));
    }

    @Test
    void theBusiestOfTheWindowComesFirst() {
        look(thread(1, 500), thread(2, 9_000));
        target.pass(Duration.ofSeconds(2));
        Data.Fields second = look(thread(1, 2_500), thread(2, 9_020));
        assertEquals(2, second.number("window_s").orElse(-1.0));
        assertEquals("[worker-1 100.0, worker-2 1.0]", shares(second));
    }

    @Test
    void whoWaitsForAProcessorComesBeforeWhoNeedsNone() {
        look(thread(1, 0, 100), thread(2, 0, 0));
        target.pass(Duration.ofSeconds(2));
        Data.Fields second = look(thread(1, 600, 1_500), thread(2, 800, 0));
        assertEquals("[worker-1 30.0, worker-2 40.0]", shares(second));
        var first = (Data.Fields) second.items("native_threads").getFirst();
        assertEquals(70, first.number("queued_pct").orElse(-1.0));
    }

    @Test
    void aThreadThatBeganMeanwhileUsedAllItsTimeInTheWindow() {
        look(thread(1, 500));
        target.pass(Duration.ofSeconds(1));
        assertEquals("[worker-7 30.0, worker-1 0.0]", shares(look(thread(1, 500), thread(7, 300))));
    }

    @Test
    void aLookTooSoonRepeatsTheLastAnswer() {
        look(thread(1, 500));
        target.pass(Duration.ofSeconds(1));
        look(thread(1, 1_000));
        target.pass(Duration.ofMillis(500));
        Data.Fields soon = look(thread(1, 1_500));
        assertEquals(1, soon.number("window_s").orElse(-1.0));
        assertEquals("[worker-1 50.0]", shares(soon));
    }

    @Test
    void withoutTheKernelItSaysWhy() {
        Data.Fields answer = (Data.Fields) progress.answer();
        assertTrue(answer.toString().contains("on the same host under Linux"), answer::toString);
        assertTrue(answer.toString().contains("no performance counters"), answer::toString);
    }
}
