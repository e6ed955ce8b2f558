package io.hotlens.skills.target;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// The state of one connection. It goes back and forth between connected and lost, and never leaves
/// ended. Safe from any thread; each change is told once.
final class Health {

    private final String target;
    private final InstantSource clock;
    private final AtomicReference<ConnectionState> state;
    private final Consumer<ConnectionState> changed;

    Health(String target, InstantSource clock, Consumer<ConnectionState> changed) {
        this.target = target;
        this.clock = clock;
        this.changed = changed;
        this.state = new AtomicReference<>(new ConnectionState.Connected(clock.instant()));
    }

    ConnectionState state() {
        return state.get();
    }

    /// The target answers again.
    void connected() {
        change(ConnectionState.Lost.class, new ConnectionState.Connected(clock.instant()));
    }

    /// The target fell silent.
    void lost(String why) {
        change(ConnectionState.Connected.class, new ConnectionState.Lost(clock.instant(), why));
    }

    /// Over for good.
    void ended(String why) {
        change(ConnectionState.class, new ConnectionState.Ended(clock.instant(), why));
    }

    private void change(Class<? extends ConnectionState> from, ConnectionState to) {
        ConnectionState old = state.get();
        if (from.isInstance(old)
                && !(old instanceof ConnectionState.Ended)
                && state.compareAndSet(old, to)) {
            changed.accept(to);
        }
    }

    /// What a call must answer at once; empty while connected.
    Optional<TargetException> refusal() {
        return switch (state.get()) {
            case ConnectionState.Connected _ -> Optional.empty();
            case ConnectionState.Lost(var since, String why) ->
                    Optional.of(
                            new TargetException.Gone(
                                    "%s does not answer since %s (%s); Hotlens keeps trying."
                                            .formatted(target, since, why)));
            case ConnectionState.Ended(_, String why) ->
                    Optional.of(
                            new TargetException.Gone(
                                    "the connection to " + target + " is over: " + why + "."));
        };
    }
}
