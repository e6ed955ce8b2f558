package io.hotlens.skills.target;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The one shared low-cost recording of a target. It runs the union of what its subscribers wish,
/// and stops with the last of them. Events arrive one to three seconds after they happened.
public interface EventFeed {

    /// Calls `listener` with each event of the wished types, from a thread of the feed.
    ///
    /// @return ends the subscription when closed
    /// @throws TargetException.Unsupported when the target has no event stream, with the reason
    Subscription subscribe(List<EventWish> wishes, Consumer<TargetEvent.Recorded> listener);

    /// Writes the events of the last minutes that are held here to a new file, as a recording. It
    /// costs the target nothing.
    ///
    /// @throws TargetException.Unsupported when nothing is recorded yet
    void dump(Path file);

    /// One event type with its settings.
    ///
    /// @param type such as `jdk.JavaMonitorEnter`; a type the target does not have is ignored
    /// @param thresholdMs only events that last this long; negative for the default
    /// @param periodMs how often a periodic event is taken; negative for the default
    /// @param stack whether stacks are taken
    /// @param settings further settings by name, such as `throttle` or `filter`; of two wishes for
    ///   one type the later one's value counts, filters are united
    record EventWish(
            String type,
            long thresholdMs,
            long periodMs,
            boolean stack,
            Map<String, String> settings) {

        public EventWish {
            settings = Map.copyOf(settings);
        }

        /// Without threshold, period and stack.
        public static EventWish of(String type) {
            return new EventWish(type, -1, -1, false, Map.of());
        }

        public EventWish threshold(long ms) {
            return new EventWish(type, ms, periodMs, stack, settings);
        }

        public EventWish every(long ms) {
            return new EventWish(type, thresholdMs, ms, stack, settings);
        }

        public EventWish withStack() {
            return new EventWish(type, thresholdMs, periodMs, true, settings);
        }

        /// With one more setting, such as `throttle` to `100/s`.
        public EventWish with(String setting, String value) {
            var more = new HashMap<>(settings);
            more.put(setting, value);
            return new EventWish(type, thresholdMs, periodMs, stack, more);
        }
    }
}
