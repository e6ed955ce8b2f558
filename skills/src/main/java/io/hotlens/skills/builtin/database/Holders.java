package io.hotlens.skills.builtin.database;

import io.hotlens.skills.builtin.Activity;
import io.hotlens.skills.builtin.Frames;
import io.hotlens.skills.target.ThreadDump;
import io.hotlens.skills.target.ThreadDump.Stack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which threads hold a connection, told from dumps and from where threads asked the database: the
/// JVM does not record it. Pure.
///
/// @param dumps oldest first
/// @param asked waits for the database of the last seconds
record Holders(List<ThreadDump> dumps, List<Query> asked) {

    private static final double STILL_CPU_MS = 2;

    Holders {
        dumps = List.copyOf(dumps);
        asked = List.copyOf(asked);
    }

    /// How sure it is.
    enum How {
        /// It is inside the driver now.
        IN_DRIVER,
        /// It is inside a transaction of a framework.
        TRANSACTION,
        /// It is inside a method that others were seen to take connections in, or that asked the
        /// database a moment ago.
        LIKELY;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// One thread that holds a connection.
    ///
    /// @param since the earliest look at which it held one without a break, or the query's time
    record Holder(Stack stack, How how, Instant since) {}

    /// A query that has not been answered since an earlier look.
    record Running(Stack stack, Instant since, int looks) {}

    /// Those of the newest dump, the longest first.
    List<Holder> now() {
        if (dumps.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Holder>();
        for (Stack stack : dumps.getLast().threads()) {
            how(stack, dumps.getLast().at())
                    .ifPresent(how -> found.add(new Holder(stack, how, since(stack))));
        }
        found.sort(Comparator.comparing(Holder::since));
        return found;
    }

    private Optional<How> how(Stack stack, Instant when) {
        List<String> frames = Frames.of(stack);
        if (Frames.inDriver(frames)) {
            return Optional.of(How.IN_DRIVER);
        }
        if (Activity.of(stack) == Activity.POOL) {
            return Optional.empty();
        }
        if (Frames.inTransaction(frames)) {
            return Optional.of(How.TRANSACTION);
        }
        List<String> methods = frames.stream().map(Frames::method).toList();
        boolean likely =
                methods.stream().anyMatch(takers()::contains)
                        || asked.stream()
                                .filter(query -> query.thread().equals(stack.name()))
                                .filter(query -> !query.at().isAfter(when))
                                .anyMatch(q -> methods.contains(Frames.method(q.place())));
        return likely ? Optional.of(How.LIKELY) : Optional.empty();
    }

    /// Methods that were seen to wait for a connection: who is past that point inside one has it.
    private Set<String> takers() {
        return dumps.stream()
                .flatMap(dump -> dump.threads().stream())
                .filter(stack -> Activity.of(stack) == Activity.POOL)
                .flatMap(stack -> Frames.own(Frames.of(stack)).stream())
                .map(Frames::method)
                .collect(Collectors.toSet());
    }

    private Instant since(Stack stack) {
        Instant since = dumps.getLast().at();
        for (ThreadDump dump : dumps.reversed()) {
            Optional<Stack> then =
                    dump.threads().stream().filter(one -> one.id() == stack.id()).findFirst();
            if (then.isEmpty() || how(then.get(), dump.at()).isEmpty()) {
                break;
            }
            since = dump.at();
        }
        return since;
    }

    /// Queries under way that were seen at two looks at least without CPU in between, the longest
    /// first.
    List<Running> running() {
        if (dumps.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Running>();
        for (Stack stack : dumps.getLast().threads()) {
            if (asks(stack)) {
                Running one = running(stack);
                if (one.looks() >= 2) {
                    found.add(one);
                }
            }
        }
        found.sort(Comparator.comparing(Running::since));
        return found;
    }

    private Running running(Stack now) {
        int looks = 0;
        Instant since = dumps.getLast().at();
        for (ThreadDump dump : dumps.reversed()) {
            if (dump.threads().stream().noneMatch(then -> still(then, now))) {
                break;
            }
            looks++;
            since = dump.at();
        }
        return new Running(now, since, looks);
    }

    private static boolean still(Stack then, Stack now) {
        return then.id() == now.id()
                && asks(then)
                && then.frames().equals(now.frames())
                && Math.abs(now.cpuMs() - then.cpuMs()) < STILL_CPU_MS;
    }

    private static boolean asks(Stack stack) {
        return Activity.of(stack) == Activity.DATABASE && !Query.isListening(Frames.of(stack));
    }

    /// In how many of the looks some thread was inside a driver.
    int looksInDriver() {
        return (int)
                dumps.stream()
                        .filter(
                                dump ->
                                        dump.threads().stream()
                                                .anyMatch(s -> Frames.inDriver(Frames.of(s))))
                        .count();
    }
}
