package io.hotlens.skills.builtin.events;

import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.target.EventFeed.EventWish;
import io.hotlens.skills.target.Subscription;
import io.hotlens.skills.target.TargetEvent;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Allocations outside thread-local buffers, an event that no JDK limits: switched off for a minute
/// when more than a hundred come each second.
final class LargeAllocations implements Subscription {

    private static final Duration REST = Duration.ofMinutes(1);
    private static final int MOST_PER_TICK = 100;

    private final SkillContext context;
    private final Consumer<TargetEvent.Recorded> listener;
    private final AtomicInteger came = new AtomicInteger();
    private @Nullable Subscription events;
    private Instant closedAt = Instant.MIN;

    LargeAllocations(SkillContext context, Consumer<TargetEvent.Recorded> listener) {
        this.context = context;
        this.listener = listener;
        open();
    }

    private void open() {
        events =
                context.connection()
                        .events()
                        .subscribe(
                                List.of(
                                        EventWish.of("jdk.ObjectAllocationOutsideTLAB")
                                                .withStack()),
                                event -> {
                                    came.incrementAndGet();
                                    listener.accept(event);
                                });
    }

    /// Looks each second how many came.
    synchronized void tick() {
        Instant now = context.clock().instant();
        int count = came.getAndSet(0);
        if (events != null && count > MOST_PER_TICK) {
            close();
            closedAt = now;
        } else if (events == null && closedAt.plus(REST).isBefore(now)) {
            open();
        }
    }

    /// Whether too many came, so that none are seen now.
    synchronized boolean resting() {
        return events == null;
    }

    @Override
    public synchronized void close() {
        if (events != null) {
            events.close();
            events = null;
        }
    }
}
