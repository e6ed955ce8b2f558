package io.hotlens.ui.threads;

import io.hotlens.ui.text.Messages;

import java.util.List;
import java.util.Set;

/// A way to look at threads: the script that asks, and how rows of its answer are shown.
enum ThreadLook {
    STACKS("threads_dump(50)"),
    CPU("jvm_top_threads(50, 'cpu')"),
    GROUPS("threads_list()"),
    LOCKS("{ deadlocks = threads_deadlocks().items, contended = threads_blocked(20).items }"),
    VIRTUAL("threads_virtual(50)"),
    FLAME_CPU("profiler_flame('cpu')"),
    FLAME_ALLOCATION("profiler_flame('allocation')");

    /// A column of a table.
    ///
    /// @param field the row's field
    /// @param key of the title's message
    record Column(String field, String key) {
        String title() {
            return Messages.text(key);
        }

        /// Whether it has long texts, which need room.
        boolean isText() {
            return TEXTS.contains(field);
        }
    }

    private static final Set<String> TEXTS =
            Set.of("name", "names", "container", "method", "stack", "states", "waits_for");

    private final String expression;

    ThreadLook(String expression) {
        this.expression = expression;
    }

    private static Column column(String field, String key) {
        return new Column(field, key);
    }

    /// Lua that answers it.
    String script() {
        return "return " + expression;
    }

    /// Empty when its answer is drawn, not listed.
    List<Column> columns() {
        return switch (this) {
            case STACKS ->
                    List.of(
                            column("count", "thread.count"),
                            column("state", "thread.state"),
                            column("waits_for", "thread.waits_for"),
                            column("names", "thread.names"));
            case CPU ->
                    List.of(
                            column("name", "thread.name"),
                            column("state", "thread.state"),
                            column("cpu_pct", "thread.cpu_pct"),
                            column("allocated_mb_per_s", "thread.allocated"),
                            column("method", "thread.method"));
            case GROUPS ->
                    List.of(
                            column("container", "thread.group"),
                            column("threads", "thread.count"),
                            column("added", "thread.added"),
                            column("cpu_pct", "thread.cpu_pct"),
                            column("states", "thread.states"));
            case VIRTUAL ->
                    List.of(
                            column("count", "thread.count"),
                            column("state", "thread.state"),
                            column("stack", "thread.method"));
            case LOCKS, FLAME_CPU, FLAME_ALLOCATION -> List.of();
        };
    }

    /// Whether it is costly enough that a person has to ask for it.
    boolean onDemand() {
        return this == VIRTUAL || isFlame();
    }

    boolean isFlame() {
        return this == FLAME_CPU || this == FLAME_ALLOCATION;
    }

    String title() {
        return switch (this) {
            case STACKS -> Messages.text("thread.look_stacks");
            case CPU -> Messages.text("thread.look_cpu");
            case GROUPS -> Messages.text("thread.look_groups");
            case LOCKS -> Messages.text("thread.look_locks");
            case VIRTUAL -> Messages.text("thread.look_virtual");
            case FLAME_CPU -> Messages.text("thread.look_flame_cpu");
            case FLAME_ALLOCATION -> Messages.text("thread.look_flame_allocation");
        };
    }

    /// What it will show and what it costs, for when nothing was asked yet.
    String promise() {
        return switch (this) {
            case STACKS, CPU, GROUPS, LOCKS -> Messages.text("thread.promise");
            case VIRTUAL -> Messages.text("thread.promise_virtual");
            case FLAME_CPU -> Messages.text("thread.promise_flame_cpu");
            case FLAME_ALLOCATION -> Messages.text("thread.promise_flame_allocation");
        };
    }
}
