package io.hotlens.skills.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

class ListenersTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private static TargetEvent event(int second) {
        Instant at = Instant.ofEpochSecond(second);
        return new TargetEvent.StateChanged(at, new ConnectionState.Connected(at));
    }

    @Test
    void everyListenerHearsEverythingInOrder() {
        try (var listeners = new Listeners("a target")) {
            var first = new CopyOnWriteArrayList<TargetEvent>();
            var second = new CopyOnWriteArrayList<TargetEvent>();
            listeners.add(first::add);
            Subscription leaving = listeners.add(second::add);
            IntStream.range(0, 100).forEach(i -> listeners.tell(event(i)));
            List<TargetEvent> all = IntStream.range(0, 100).mapToObj(ListenersTest::event).toList();
            Eventually.within(SOON, "all events", () -> first.size() == 100);
            assertEquals(all, List.copyOf(first));
            Eventually.within(SOON, "all events", () -> second.size() == 100);
            leaving.close();
            leaving.close();
            listeners.tell(event(100));
            Eventually.within(SOON, "one more", () -> first.size() == 101);
            assertEquals(100, second.size());
        }
    }

    @Test
    void listenerThatFailsDoesNotHinderTheOthers() {
        try (var listeners = new Listeners("a target")) {
            var heard = new CopyOnWriteArrayList<TargetEvent>();
            listeners.add(
                    _ -> {
                        throw new IllegalStateException("on purpose");
                    });
            listeners.add(heard::add);
            listeners.tell(event(1));
            Eventually.within(SOON, "the event", () -> heard.size() == 1);
        }
    }

    @Test
    void whatWasToldBeforeClosingStillArrives() {
        var heard = new CopyOnWriteArrayList<TargetEvent>();
        try (var listeners = new Listeners("a target")) {
            listeners.add(heard::add);
            IntStream.range(0, 10).forEach(i -> listeners.tell(event(i)));
        }
        Eventually.within(SOON, "all events", () -> heard.size() == 10);
        assertTrue(heard.contains(event(9)));
    }
}
