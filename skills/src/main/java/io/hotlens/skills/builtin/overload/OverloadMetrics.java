package io.hotlens.skills.builtin.overload;

import io.hotlens.skills.builtin.PoolWaits;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.sampling.Pool;
import io.hotlens.skills.sampling.PoolKind.Purpose;
import io.hotlens.skills.target.ThreadDump;

import java.util.List;
import java.util.Optional;

/// The numbers of the overload skill that are read each second, out of the newest look at the pools
/// and the newest thread dump that somebody took; no dump is taken for them.
final class OverloadMetrics {

    private static final String NOTHING =
            "no pool shows itself by MBeans here, and no thread dump was taken lately";
    private static final int SOMEBODY_WAITS = 2;

    private final OverloadReader reader;

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
        return dump().map(dumps -> PoolWaits.in(dumps).waiting().size()).orElse(0);
    }

    private int fullQueues() {
        return dump().map(dumps -> FullQueues.in(dumps).size()).orElse(0);
    }

    private Optional<List<ThreadDump>> dump() {
        return reader.heldDump().map(List::of);
    }
}
