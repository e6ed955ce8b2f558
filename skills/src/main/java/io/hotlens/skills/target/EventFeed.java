package io.hotlens.skills.target;

import java.util.List;
import java.util.function.Consumer;

/// The one shared low-cost recording of a target. It runs the union of what its subscribers wish,
/// and stops with the last of them. Events arrive one to three seconds after they happened.
public interface EventFeed {

    /// Calls `listener` with each event of the wished types, from a thread of the feed.
    ///
    /// @return ends the subscription when closed
    /// @throws TargetException.Unsupported when the target has no event stream, with the reason
    Subscription subscribe(List<EventWish> wishes, Consumer<TargetEvent.Recorded> listener);

    /// One event type with its settings.
    ///
    /// @param type such as `jdk.JavaMonitorEnter`; a type the target does not have is ignored
    /// @param thresholdMs only events that last this long; negative for the default
    /// @param periodMs how often a periodic event is taken; negative for the default
    /// @param stack whether stacks are taken
    record EventWish(String type, long thresholdMs, long periodMs, boolean stack) {

        /// Without threshold, period and stack.
        public static EventWish of(String type) {
            return new EventWish(type, -1, -1, false);
        }

        public EventWish threshold(long ms) {
            return new EventWish(type, ms, periodMs, stack);
        }

        public EventWish every(long ms) {
            return new EventWish(type, thresholdMs, ms, stack);
        }

        public EventWish withStack() {
            return new EventWish(type, thresholdMs, periodMs, true);
        }
    }
}
