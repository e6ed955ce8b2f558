package io.hotlens.skills.target;

import jdk.jfr.consumer.RecordedEvent;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Those who listen to one event stream, and to what. Safe from any thread.
final class Subscribers {

    private final List<Subscriber> all = new CopyOnWriteArrayList<>();

    private record Subscriber(
            List<EventFeed.EventWish> wishes,
            Set<String> types,
            Consumer<TargetEvent.Recorded> listener) {}

    /// @return takes the subscriber off the list
    Runnable add(List<EventFeed.EventWish> wishes, Consumer<TargetEvent.Recorded> listener) {
        var one =
                new Subscriber(
                        List.copyOf(wishes),
                        wishes.stream()
                                .map(EventFeed.EventWish::type)
                                .collect(Collectors.toUnmodifiableSet()),
                        listener);
        all.add(one);
        return () -> all.remove(one);
    }

    /// What they wish together.
    List<EventFeed.EventWish> wishes() {
        return all.stream().flatMap(one -> one.wishes().stream()).toList();
    }

    /// Hands an event to those who wished its type, once to a listener that several subscribed.
    void tell(RecordedEvent event) {
        String type = event.getEventType().getName();
        List<Consumer<TargetEvent.Recorded>> wanting =
                all.stream()
                        .filter(one -> one.types().contains(type))
                        .map(Subscriber::listener)
                        .distinct()
                        .toList();
        if (!wanting.isEmpty()) {
            TargetEvent.Recorded recorded = RecordedData.of(event);
            wanting.forEach(listener -> listener.accept(recorded));
        }
    }

    void clear() {
        all.clear();
    }
}
