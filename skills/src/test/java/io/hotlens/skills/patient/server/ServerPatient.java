package io.hotlens.skills.patient.server;

import io.hotlens.skills.demo.Illness;
import io.hotlens.skills.skill.DatabaseAccess;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Patients that need libraries or a database, with the anomaly type that is right for each.
public enum ServerPatient implements Illness {
    POOL_EXHAUSTED("pool-exhausted", SlowInvoices.class, "connection_pool_exhausted"),
    SLOW_DB("slow-db", SlowQueries.class, "slow_db"),
    CONNECTION_LEAK("connection-leak", LeakedConnections.class, "connection_leak"),
    ROW_LOCK("row-lock", RowLock.class, "row_lock"),
    N_PLUS_ONE("n-plus-one", OneByOne.class, "n_plus_one_queries"),
    TINY_CACHE("tiny-cache", TinyCache.class, "cache_ineffective"),
    POOL_IN_USE("pool-in-use", QuickInvoices.class, "healthy"),
    LISTENER("listener", Listener.class, "healthy"),
    DEDICATED("dedicated-connections", DedicatedConnections.class, "healthy"),
    SHORT_LOCKS("short-locks", ShortLocks.class, "healthy"),
    ONE_JOIN("one-join", OneJoin.class, "healthy"),
    WARM_CACHE("warm-cache", WarmCache.class, "healthy");

    private final String title;
    private final Class<?> main;
    private final String type;

    ServerPatient(String title, Class<?> main, String type) {
        this.title = title;
        this.main = main;
        this.type = type;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Class<?> main() {
        return main;
    }

    @Override
    public String type() {
        return type;
    }

    /// The database that it talks to; the server is started by the first who asks.
    public Optional<DatabaseAccess> database() {
        return Optional.of(new DatabaseAccess(url(), "postgres", ""));
    }

    @Override
    public List<String> options() {
        return List.of("-Dpatient.jdbc=" + url());
    }

    private String url() {
        return Postgres.url(name().toLowerCase(Locale.ROOT));
    }
}
