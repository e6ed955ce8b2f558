package io.hotlens.skills.builtin.overload;

import io.hotlens.skills.builtin.PoolWaits;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.sampling.Pool;
import io.hotlens.skills.sampling.PoolKind.Purpose;
import io.hotlens.skills.target.ThreadDump;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// The numbers of the overload skill that are read each second, out of the newest look at the pools
/// and the newest thread dump that somebody took; no dump is taken for them.
final class OverloadMetrics {

    private static final String NOTHING =
            "no pool shows itself by MBeans here, and no thread dump was taken lately";
    private static final int SOMEBODY_WAITS = 2;

    private final OverloadReader reader;
    private volatile @Nullable Seen seen;

    /// What a dump shows.
    private record Seen(Instant at, int waitForConnections, int fullQueues) {

        static Seen in(ThreadDump dump) {
            List<ThreadDump> alone = List.of(dump);
            return new Seen(
                    dump.at(), PoolWaits.in(alone).waiting().size(), FullQueues.in(alone).size());
        }
    }

    OverloadMetrics(OverloadReader reader) {
        this.reader = reader;
    }

    Reading saturated() {
        List<Pool> pools = reader.heldPools();
        long told = pools.stream().filter(Pool::saturated).count();
        long seen = waitsForConnections() > 0 || fullQueues() > 0 ? 1 : 0;
        return known(pools) ? Reading.of(Math.max(told, seen)) : Reading.unavailable(NOTHING);
    }

    /// 0 to 2; a full pool that nobody waits for is only well used.
    Reading severity() {
        List<Pool> pools = reader.heldPools();
        if (!known(pools)) {
            return Reading.unavailable(NOTHING);
        }
        boolean waits =
                pools.stream().anyMatch(Pool::saturated)
                        || waitsForConnections() > 0
                        || fullQueues() > 0;
        boolean full = pools.stream().anyMatch(Pool::full);
        return Reading.of(waits ? SOMEBODY_WAITS : full ? 1 : 0);
    }

    /// By the pools' own words, else by stacks.
    Reading waitingForConnections() {
        Reading told = reader.sum(Purpose.CONNECTIONS, Pool::waiting);
        return told.isKnown() || reader.heldDump().isEmpty()
                ? told
                : Reading.of(waitsForConnections());
    }

    Reading maxQueue() {
        return reader.heldPools().stream()
                .filter(pool -> pool.kind().purpose() == Purpose.WORKERS)
                .mapToDouble(Pool::waiting)
                .filter(Double::isFinite)
                .max()
                .stream()
                .mapToObj(Reading::of)
                .findFirst()
                .orElseGet(
                        () -> Reading.unavailable("no worker pool tells its queue by MBeans here"));
    }

    private boolean known(List<Pool> pools) {
        return !pools.isEmpty() || reader.heldDump().isPresent();
    }

    private int waitsForConnections() {
        return reader.heldDump().map(dump -> seen(dump).waitForConnections()).orElse(0);
    }

    private int fullQueues() {
        return reader.heldDump().map(dump -> seen(dump).fullQueues()).orElse(0);
    }

    private Seen seen(ThreadDump dump) {
        Seen last = seen;
        if (last == null || !last.at().equals(dump.at())) {
            last = Seen.in(dump);
            seen = last;
        }
        return last;
    }
}
