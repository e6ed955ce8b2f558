package io.hotlens.skills.builtin.overload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.builtin.Dumps;
import io.hotlens.skills.builtin.ScriptedTarget;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.skill.LiveSkill;
import io.hotlens.skills.target.TargetEvent;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The callbacks and metrics over a target that does what the test says.
class OverloadSkillTest {

    private final ScriptedTarget target = new ScriptedTarget(25);
    private final LiveSkill skill = new OverloadSkill().open(target.context());

    private Data.Fields call(String name) {
        return (Data.Fields) skill.call(name, List.of());
    }

    private Reading metric(String name) {
        return skill.read().entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private void jetty(double busy, double queue) {
        target.bean(
                "org.eclipse.jetty.util.thread:type=queuedthreadpool,id=0",
                Map.of("busyThreads", busy, "maxThreads", 4.0, "queueSize", queue));
    }

    @Test
    void withoutPoolsAndDumpsNothingIsMadeUp() {
        for (Reading reading : skill.read().values()) {
            assertTrue(
                    reading instanceof Reading.Unavailable(String why) && why.contains("here"),
                    reading::toString);
        }
        assertTrue(call("overload_get_queue_status").text("note").orElse("").contains("MBeans"));
    }

    @Test
    void aDumpThatSomebodyTookTellsWhoWaits() {
        target.threads(Dumps.waitsForConnection(1, 1), Dumps.waitsForConnection(2, 1));
        call("overload_get_queue_status");
        assertEquals(Reading.of(2), metric("threads_waiting_for_pool"));
        assertEquals(Reading.of(2), metric("severity"));
        target.pass(Duration.ofSeconds(20));
        assertTrue(metric("severity") instanceof Reading.Unavailable, "the dump is too old");
    }

    @Test
    void poolsWithoutMBeansAreToldFromStacks() {
        target.threads(Dumps.waitsForConnection(1, 1));
        for (int i = 0; i < 4; i++) {
            call("overload_get_overloaded_pools");
            target.pass(Duration.ofSeconds(2));
        }
        var item = (Data.Fields) call("overload_get_overloaded_pools").items("items").getFirst();
        assertEquals(Optional.of("seen in stacks"), item.text("kind"));
        assertEquals(Optional.of(5.0), item.number("looks_waiting"));
        assertEquals(Optional.of(8_000.0), item.number("longest_wait_ms"));
    }

    @Test
    void anEndedWaitCountsWithItsWholeLength() {
        target.threads(Dumps.waitsForConnection(1, 1));
        target.happen(
                new TargetEvent.Recorded(
                        target.instant().plusMillis(1),
                        "jdk.ThreadPark",
                        Duration.ofMillis(1_700),
                        "http-worker-1",
                        Map.of(),
                        List.of(
                                "jdk.internal.misc.Unsafe.park",
                                "com.zaxxer.hikari.pool.HikariPool.getConnection")));
        target.pass(Duration.ofSeconds(1));
        var item = (Data.Fields) call("overload_get_overloaded_pools").items("items").getFirst();
        assertEquals(Optional.of(1_700.0), item.number("longest_wait_ms"));
        assertEquals(item.number("longest_wait_ms"), item.number("usual_wait_ms"));
        assertEquals(Optional.of(1.0), item.number("ended_waits"));
    }

    @Test
    void aGrowingQueueIsPredictedAndMeasured() {
        for (int i = 0; i < 6; i++) {
            jetty(4, 10 + 5 * i);
            call("overload_predict_growth");
            target.pass(Duration.ofSeconds(5));
        }
        var growth = (Data.Fields) call("overload_predict_growth").items("items").getFirst();
        assertEquals(Optional.of("active"), growth.text("what"), "a full pool is most urgent");
        assertEquals(Optional.of("now"), growth.text("urgency"));
        assertEquals(Reading.of(35), metric("queued_total"));
        assertEquals(Reading.of(35), metric("max_queue"));
        assertEquals(Reading.of(1), metric("pools_saturated"));
    }

    @Test
    void aFullPoolWithoutAQueueIsWellUsed() {
        jetty(4, 0);
        assertEquals(Reading.of(1), metric("severity"));
        assertEquals(Reading.of(0), metric("pools_saturated"));
        assertEquals(Optional.of(0.0), call("overload_get_overloaded_pools").number("total"));
    }

    @Test
    void theBottleneckIsTheDatabaseBehindThePool() {
        target.threads(
                Dumps.asksDatabase(1),
                Dumps.waitsForConnection(2, 1),
                Dumps.waitsForConnection(3, 1));
        var first = (Data.Fields) call("overload_detect_bottlenecks").items("items").getFirst();
        assertEquals(Optional.of("database"), first.text("kind"));
        call("overload_detect_cascades");
        target.pass(Duration.ofSeconds(2));
        var cascade = (Data.Fields) call("overload_detect_cascades").items("items").getFirst();
        assertEquals(Optional.of("http-worker-*"), cascade.text("resource"));
        assertEquals(
                Optional.of("pool"),
                ((Data.Fields) cascade.get("caused_by").orElseThrow()).text("kind"));
    }
}
