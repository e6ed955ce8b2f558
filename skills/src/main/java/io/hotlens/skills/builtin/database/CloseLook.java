package io.hotlens.skills.builtin.database;

import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.target.Capability;
import io.hotlens.skills.target.EventFeed.EventWish;
import io.hotlens.skills.target.Subscription;
import io.hotlens.skills.target.TargetEvent;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Every wait for the database over some seconds, also the shortest: asked for, and ended by
/// itself. JDKs that can limit the rate of events give three thousand a second at most; the others
/// are watched for a shorter time.
final class CloseLook implements Subscription {

    private static final Duration LIMITED = Duration.ofSeconds(5);
    private static final Duration UNLIMITED = Duration.ofSeconds(3);

    /// All events of a look have arrived when a beat from this long after its end has.
    private static final Duration ARRIVAL = Duration.ofSeconds(1);

    private static final Duration TURN = Duration.ofSeconds(1);
    private static final Duration REST = Duration.ofSeconds(30);

    /// How long a busy target may take to start or change its stream, or to send what it holds.
    private static final Duration START = Duration.ofSeconds(20);

    private static final int FEATURE_WITH_LIMIT = 25;
    private static final int MOST = 30_000;
    private static final int USUAL_MS = 20;

    private static final String READ = "jdk.SocketRead";

    /// Comes each second whatever the application does: proof that the stream runs.
    private static final String BEAT = "jdk.JavaThreadStatistics";

    private static final EventWish BEATS = EventWish.of(BEAT).every(1_000);

    private final SkillContext context;
    private final Subscription turns;
    private final List<Query> seen = new ArrayList<>();
    private boolean running;
    private @Nullable Subscription feed;
    private boolean closely;
    private Instant begun = Instant.MIN;
    private Instant ended = Instant.MIN;
    private Instant heard = Instant.MIN;

    CloseLook(SkillContext context) {
        this.context = context;
        this.turns = context.sampler().every(TURN, this::takeTurn);
    }

    /// What a look has shown.
    ///
    /// @param complete false while it goes on, or its last events are still on their way
    record Result(boolean complete, Duration window, Queries queries) {}

    /// Begins one, unless one is under way or just ended. It lasts from the first event on.
    synchronized void begin() {
        Instant now = context.clock().instant();
        boolean rested =
                ended.equals(Instant.MIN) || now.isAfter(ended.plus(running ? REST : ARRIVAL));
        if (rested && context.connection().capabilities().has(Capability.EVENT_STREAM)) {
            seen.clear();
            running = false;
            heard = Instant.MIN;
            begun = now;
            ended = now.plus(START);
            closely = true;
            listen(EventWish.of(READ).threshold(0).withStack().with("throttle", "3000/s"), BEATS);
        }
    }

    private Duration length() {
        return context.connection().info().feature() >= FEATURE_WITH_LIMIT ? LIMITED : UNLIMITED;
    }

    private void listen(EventWish... wishes) {
        Subscription before = feed;
        feed = context.connection().events().subscribe(List.of(wishes), this::keep);
        if (before != null) {
            before.close();
        }
    }

    private synchronized void keep(TargetEvent.Recorded event) {
        if (event.at().isBefore(begun)) {
            return;
        }
        if (!running && event.type().equals(BEAT)) {
            running = true;
            begun = event.at();
            ended = begun.plus(length());
        }
        if (event.type().equals(BEAT)) {
            heard = event.at();
        }
        boolean room = running && seen.size() < MOST && !event.at().isAfter(ended);
        if (room && event.type().equals(READ)) {
            Query.of(event).ifPresent(seen::add);
        }
    }

    /// Ends the look in time; those who come late are still listened to for a while.
    private synchronized void takeTurn() {
        Instant now = context.clock().instant();
        Subscription listening = feed;
        if (listening == null || now.isBefore(ended)) {
            return;
        }
        if (closely) {
            closely = false;
            listen(EventWish.of(READ).threshold(USUAL_MS).withStack(), BEATS);
        } else if (arrived() || now.isAfter(ended.plus(START))) {
            listening.close();
            feed = null;
        }
    }

    private boolean arrived() {
        return running && !heard.isBefore(ended.plus(ARRIVAL));
    }

    /// The newest look; nothing and an empty window before the first.
    synchronized Result result() {
        if (begun.equals(Instant.MIN)) {
            return new Result(false, Duration.ZERO, new Queries(List.of()));
        }
        return new Result(arrived(), Duration.between(begun, ended), new Queries(seen));
    }

    @Override
    public synchronized void close() {
        turns.close();
        Subscription listening = feed;
        if (listening != null) {
            listening.close();
            feed = null;
        }
    }
}
