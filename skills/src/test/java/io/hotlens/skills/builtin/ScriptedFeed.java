package io.hotlens.skills.builtin;

import io.hotlens.skills.target.EventFeed;
import io.hotlens.skills.target.Heard;
import io.hotlens.skills.target.Subscription;
import io.hotlens.skills.target.TargetEvent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// An event feed whose events a test makes up.
final class ScriptedFeed implements EventFeed {

    private final List<Listening> listeners = new CopyOnWriteArrayList<>();

    /// One who listens, and to what.
    record Listening(List<EventWish> wishes, Consumer<TargetEvent.Recorded> listener) {}

    List<Listening> listeners() {
        return listeners;
    }

    @Override
    public Subscription subscribe(List<EventWish> wishes, Consumer<TargetEvent.Recorded> listener) {
        var own = new Listening(wishes, listener);
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    @Override
    public Subscription record(
            List<EventWish> wishes, Duration atMost, Consumer<TargetEvent.Recorded> listener) {
        return subscribe(wishes, listener);
    }

    @Override
    public Optional<Heard> heard() {
        return Optional.empty();
    }

    @Override
    public long recordings() {
        return 0;
    }

    @Override
    public void dump(Path file) {
        throw new IllegalStateException("a scripted target records nothing");
    }
}
