package io.hotlens.skills.builtin.exceptions;

import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.target.Capability;
import io.hotlens.skills.target.EventFeed.EventWish;
import io.hotlens.skills.target.Subscription;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Single exceptions as events. Where the target can limit their rate they are always on; where it
/// cannot, they are switched on for some seconds while somebody looks, and only at a moderate rate.
final class ExceptionWatch implements Subscription {

    static final String EVENT = "jdk.JavaExceptionThrow";

    /// Up to here a window costs the target less than a tenth of a processor.
    static final double MODERATE_PER_S = 4_000;

    private static final Duration WINDOW = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(20);

    /// What is seen of single exceptions.
    enum Mode {
        /// All up to 100/s, a sample beyond.
        SAMPLED("at most 100/s are seen one by one; shares are those of the sample"),
        /// A window is open.
        WINDOW_OPEN("seen one by one for 5 s from now; ask again then"),
        /// The last window is over, or the rate is not known yet.
        WINDOW_CLOSED("seen one by one in windows of 5 s, only while somebody asks"),
        /// The rate is too high for a window.
        TOO_MANY(
                "types and stacks are unknown: this JDK cannot limit such events, and more than"
                        + " 4000/s would burden the target"),
        /// Neither types nor stacks.
        NOTHING("types and stacks are unknown: the target has no event stream");

        private final String words;

        Mode(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private final SkillContext context;
    private final ThrownLog log;
    private final boolean stream;
    private final boolean throttled;
    private @Nullable Subscription events;
    private Instant openedAt = Instant.MIN;

    ExceptionWatch(SkillContext context, ThrownLog log) {
        this.context = context;
        this.log = log;
        stream = context.connection().capabilities().has(Capability.EVENT_STREAM);
        throttled =
                stream && context.connection().capabilities().has(Capability.EXCEPTION_THROTTLE);
        if (throttled) {
            open();
        }
    }

    private void open() {
        events =
                context.connection()
                        .events()
                        .subscribe(List.of(EventWish.of(EVENT).withStack()), log::add);
        openedAt = context.clock().instant();
    }

    /// Somebody looks: opens a window where that is needed and bearable.
    ///
    /// @param perSecond exceptions each second now; NaN when not known yet
    synchronized Mode look(double perSecond) {
        if (!stream) {
            return Mode.NOTHING;
        }
        if (throttled) {
            return Mode.SAMPLED;
        }
        boolean bearable = perSecond <= MODERATE_PER_S;
        boolean due = openedAt.plus(PAUSE).isBefore(context.clock().instant());
        if (events == null && due && bearable) {
            open();
        }
        if (events != null) {
            return Mode.WINDOW_OPEN;
        }
        return perSecond > MODERATE_PER_S ? Mode.TOO_MANY : Mode.WINDOW_CLOSED;
    }

    /// Closes a window that is over, or during which the rate became too high.
    synchronized void tick(double perSecond) {
        boolean over = openedAt.plus(WINDOW).isBefore(context.clock().instant());
        if (!throttled && events != null && (over || perSecond > MODERATE_PER_S)) {
            close();
        }
    }

    @Override
    public synchronized void close() {
        if (events != null) {
            events.close();
            events = null;
        }
    }
}
