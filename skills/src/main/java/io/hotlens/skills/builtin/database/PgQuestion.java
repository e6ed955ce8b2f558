package io.hotlens.skills.builtin.database;

import io.hotlens.skills.data.Page;
import io.hotlens.skills.skill.Arguments;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.skill.Parameter;

/// What PostgreSQL is asked about itself: one statement each; the names of its columns are the
/// fields of the answer.
enum PgQuestion {
    SLOW_QUERIES(
            "db_pg_slow_queries",
            "Statements that take longest in all since the statistics were reset.",
            "pg_stat_statements",
            true,
            """
            select left(query, 300) as query, calls, mean_exec_time as mean_ms,
                   max_exec_time as max_ms, total_exec_time as total_ms, rows,
                   rows::float8 / greatest(calls, 1) as rows_per_call
              from pg_stat_statements
             where dbid = (select oid from pg_database where datname = current_database())
             order by total_exec_time desc\
            """),
    INDEX_USAGE(
            "db_pg_index_usage",
            "Tables by how often they are read without an index.",
            "pg_stat_user_tables",
            false,
            """
            select relname as table_name, seq_scan as full_scans, coalesce(idx_scan, 0) as index_scans,
                   n_live_tup as live_rows,
                   100.0 * coalesce(idx_scan, 0) / greatest(seq_scan + coalesce(idx_scan, 0), 1)
                     as index_used_pct
              from pg_stat_user_tables
             order by seq_scan * n_live_tup desc\
            """),
    UNUSED_INDEXES(
            "db_pg_unused_indexes",
            "Indexes that no query has used since the statistics were reset, without those that"
                    + " keep values unique.",
            "pg_stat_user_indexes",
            false,
            """
            select s.relname as table_name, s.indexrelname as index_name,
                   pg_relation_size(s.indexrelid) / 1048576.0 as size_mb
              from pg_stat_user_indexes s join pg_index i on i.indexrelid = s.indexrelid
             where s.idx_scan = 0 and not i.indisunique
             order by pg_relation_size(s.indexrelid) desc\
            """),
    TABLE_SIZES(
            "db_pg_table_sizes",
            "The largest tables, with their indexes.",
            "pg_statio_user_tables",
            true,
            """
            select relname as table_name, pg_relation_size(relid) / 1048576.0 as table_mb,
                   pg_indexes_size(relid) / 1048576.0 as indexes_mb,
                   pg_total_relation_size(relid) / 1048576.0 as total_mb
              from pg_statio_user_tables
             order by pg_total_relation_size(relid) desc\
            """),
    CACHE_HIT(
            "db_pg_cache_hit",
            "How many of the blocks that tables and indexes needed were in the database's memory;"
                    + " below 99 % of a database that fits its memory is little.",
            "pg_statio_user_tables",
            false,
            """
            select what, hits, disk_reads, 100.0 * hits / greatest(hits + disk_reads, 1) as hit_pct
              from (select 'tables' as what, coalesce(sum(heap_blks_hit), 0) as hits,
                           coalesce(sum(heap_blks_read), 0) as disk_reads
                      from pg_statio_user_tables
                    union all
                    select 'indexes', coalesce(sum(idx_blks_hit), 0), coalesce(sum(idx_blks_read), 0)
                      from pg_statio_user_tables) as blocks\
            """),
    LOCKS(
            "db_pg_locks",
            "Sessions that wait for a lock, for how long, and the session that holds it.",
            "pg_stat_activity, pg_blocking_pids",
            false,
            """
            select w.pid as waiting_pid, left(w.query, 200) as waiting_query,
                   w.wait_event as lock_kind,
                   extract(epoch from clock_timestamp() - w.query_start) * 1000 as waited_ms,
                   h.pid as holder_pid, h.state as holder_state, left(h.query, 200) as holder_query,
                   h.application_name as holder_application,
                   extract(epoch from clock_timestamp() - h.xact_start) * 1000 as holder_open_ms
              from pg_stat_activity w
              cross join lateral unnest(pg_blocking_pids(w.pid)) as b(pid)
              join pg_stat_activity h on h.pid = b.pid
             where w.wait_event_type = 'Lock' and w.datname = current_database()
             order by waited_ms desc\
            """),
    LONG_RUNNING(
            "db_pg_long_running",
            "Statements under way for more than a second, and transactions left open without one.",
            "pg_stat_activity",
            false,
            """
            select pid, state, application_name, left(query, 300) as query,
                   coalesce(wait_event_type, '') as waits_for,
                   extract(epoch from clock_timestamp() - query_start) * 1000 as query_ms,
                   extract(epoch from clock_timestamp() - xact_start) * 1000 as transaction_ms
              from pg_stat_activity
             where datname = current_database() and pid <> pg_backend_pid()
               and backend_type = 'client backend' and state <> 'idle'
               and clock_timestamp() - coalesce(xact_start, query_start) > interval '1 second'
             order by transaction_ms desc nulls last\
            """),
    BLOAT(
            "db_pg_bloat",
            "Tables by rows that are dead and not yet cleaned up.",
            "pg_stat_user_tables",
            true,
            """
            select relname as table_name, n_live_tup as live_rows, n_dead_tup as dead_rows,
                   100.0 * n_dead_tup / greatest(n_live_tup + n_dead_tup, 1) as dead_pct,
                   coalesce(last_autovacuum, last_vacuum) as last_cleaned
              from pg_stat_user_tables
             order by n_dead_tup desc\
            """),
    CONNECTIONS(
            "db_pg_connections",
            "Sessions of this database by application and state, beside the most the server"
                    + " allows.",
            "pg_stat_activity",
            false,
            """
            select application_name, coalesce(state, '') as state, count(*) as sessions,
                   max(extract(epoch from clock_timestamp() - state_change)) * 1000 as longest_ms,
                   current_setting('max_connections')::int as server_max
              from pg_stat_activity
             where datname = current_database() and backend_type = 'client backend'
             group by application_name, state
             order by sessions desc\
            """);

    private final String callback;
    private final String meaning;
    private final String source;
    private final boolean limited;
    private final String sql;

    PgQuestion(String callback, String meaning, String source, boolean limited, String sql) {
        this.callback = callback;
        this.meaning = meaning;
        this.source = source;
        this.limited = limited;
        this.sql = sql;
    }

    String sql() {
        return sql;
    }

    Callback describe() {
        Callback plain =
                Callback.of(
                                callback,
                                meaning + " Needs a JDBC URL from the user.",
                                "{total, showing, items = [{" + columns() + "}]}",
                                source + " over JDBC, read-only")
                        .costing(Impact.LOW);
        return limited ? plain.with(Parameter.limit()) : plain;
    }

    /// How many rows the caller wants.
    int limit(Arguments arguments) {
        return limited ? arguments.count("limit") : Page.MAX_LIMIT;
    }

    /// The aliases of the outer select, in their order.
    private String columns() {
        String list = sql.substring("select ".length(), sql.indexOf("\n  from "));
        return java.util.Arrays.stream(list.split(",(?![^(]*\\))"))
                .map(column -> column.strip().replaceAll("(?s).*\\s+as\\s+", ""))
                .map(column -> column.replaceAll(".*\\.", ""))
                .collect(java.util.stream.Collectors.joining(", "));
    }
}
