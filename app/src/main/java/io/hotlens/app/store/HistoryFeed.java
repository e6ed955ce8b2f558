package io.hotlens.app.store;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.event.EventBus;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.skills.target.Subscription;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Writes the investigations of one session on a thread of its own, in batches half a second apart:
/// what happened until a second ago survives the end of the process. What cannot be written is
/// tried again; when that lasts, the oldest of it is given up.
final class HistoryFeed implements Subscription {

    private static final Logger LOG = System.getLogger(HistoryFeed.class.getName());
    private static final Duration BATCH = Duration.ofMillis(500);
    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(3);
    private static final int MOST_WAITING = 20_000;

    private final HistorySource source;
    private final HistoryKeeper keeper;
    private final EventBus.Reader reader;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Set<InvestigationId> kept = new HashSet<>();
    private List<AppEvent> waiting = new ArrayList<>();

    private HistoryFeed(HistorySource source, HistoryKeeper keeper) {
        this.source = source;
        this.keeper = keeper;
        this.reader = source.events().reader();
        this.thread = Thread.ofVirtual().name("hotlens-history").unstarted(this::run);
    }

    static HistoryFeed start(HistorySource source, HistoryKeeper keeper) {
        var feed = new HistoryFeed(source, keeper);
        feed.thread.start();
        return feed;
    }

    private void run() {
        try {
            follow();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the history of a session ends: its writer failed", e);
        } finally {
            reader.close();
        }
    }

    private void follow() throws InterruptedException {
        boolean last = false;
        while (!last) {
            List<AppEvent> batch = reader.await(waiting.isEmpty() ? IDLE : AGAIN);
            last = closing.await(batch.isEmpty() ? 0 : BATCH.toMillis(), TimeUnit.MILLISECONDS);
            batch.forEach(this::take);
            reader.drain(Integer.MAX_VALUE).forEach(this::take);
            write();
        }
    }

    private void take(AppEvent event) {
        if (event instanceof AppEvent.InvestigationStarted started && keeper.keeps()) {
            kept.add(started.id());
        }
        boolean wanted =
                switch (event) {
                    case AppEvent.InvestigationStarted(_, var id, _, _) -> kept.contains(id);
                    case AppEvent.FromOperator(_, var id, _) -> kept.contains(id);
                    case AppEvent.FromCoordinator(_, var id, _) -> kept.contains(id);
                    case AppEvent.FromChat(_, var id, _) -> kept.contains(id);
                    case AppEvent.InvestigationEnded(_, var id, _) -> kept.contains(id);
                    case AppEvent.NotificationChanged _ -> !kept.isEmpty();
                    case AppEvent.ConnectionChanged _,
                            AppEvent.FollowUpStarted _,
                            AppEvent.FromMonitor _,
                            AppEvent.CallAudited _ ->
                            false;
                };
        if (wanted) {
            waiting.add(event);
        }
    }

    private void write() {
        if (waiting.isEmpty()) {
            return;
        }
        if (keeper.write(source, waiting)) {
            boolean ended =
                    waiting.stream().anyMatch(AppEvent.InvestigationEnded.class::isInstance);
            waiting = new ArrayList<>();
            if (ended) {
                keeper.retain();
            }
        } else if (waiting.size() > MOST_WAITING) {
            waiting =
                    new ArrayList<>(waiting.subList(waiting.size() - MOST_WAITING, waiting.size()));
        }
    }

    /// Writes what was published until now and ends; gives up after 3 s.
    @Override
    public void close() {
        closing.countDown();
        reader.close();
        try {
            if (!thread.join(LONGEST_CLOSE)) {
                thread.interrupt();
            }
        } catch (InterruptedException _) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
