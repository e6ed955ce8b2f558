package io.hotlens.skills.target;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// What every part of one connection shares.
record Core(
        String target,
        Health health,
        Calls calls,
        CostMeter cost,
        Listeners listeners,
        Attention attention,
        InstantSource clock,
        AtomicReference<Runnable> whenEnded) {

    static Core of(String target, InstantSource clock) {
        var cost = new CostMeter(clock);
        var listeners = new Listeners(target);
        var calls = new AtomicReference<Calls>();
        var whenEnded = new AtomicReference<Runnable>(() -> {});
        var health =
                new Health(
                        target,
                        clock,
                        state -> {
                            listeners.tell(new TargetEvent.StateChanged(clock.instant(), state));
                            if (!state.isConnected()) {
                                calls.get().failPending();
                            }
                            if (state instanceof ConnectionState.Ended) {
                                whenEnded.get().run();
                            }
                        });
        calls.set(new Calls(target, health, cost));
        return new Core(
                target,
                health,
                calls.get(),
                cost,
                listeners,
                new Attention(clock),
                clock,
                whenEnded);
    }
}
