package io.hotlens.app.store;

import io.hotlens.app.event.EventBus;
import io.hotlens.app.fixture.Recorded;
import io.hotlens.app.operator.OperatorEvent;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;

/// A process that keeps an investigation without an end: it prints its id, then the time in
/// milliseconds after each step.
final class EndlessHistory {

    private static final long PAUSE_NS = 10_000_000;

    private EndlessHistory() {}

    public static void main(String[] arguments) {
        var bus = new EventBus();
        var keeper =
                new HistoryKeeper(
                        Path.of(arguments[0]),
                        () -> HistoryOptions.DEFAULT,
                        InstantSource.system());
        keeper.follow(Recorded.source(bus));
        Recorded one = Recorded.deadlock();
        bus.publish(one.begun());
        System.out.println(one.id());
        for (int step = 1; true; step++) {
            bus.publish(one.operator(new OperatorEvent.Thought("step " + step)));
            System.out.println(System.currentTimeMillis());
            LockSupport.parkNanos(PAUSE_NS);
        }
    }
}
