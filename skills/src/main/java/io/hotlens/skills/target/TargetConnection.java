package io.hotlens.skills.target;

import java.util.Optional;
import java.util.function.Consumer;

/// One connection to one target. Every call has a deadline, is safe from any thread, and throws a
/// [TargetException]; after a loss calls fail at once until the target answers again.
public interface TargetConnection extends AutoCloseable {

    TargetInfo info();

    ConnectionState state();

    /// Why a target that is there does not answer, be it since the connection was lost or from its
    /// beginning; empty while it answers, also when it began to do so after this connection was
    /// made without it: then connect again. Counters and files of the process can still be read.
    default Optional<String> silence() {
        return state() instanceof ConnectionState.Lost(_, String why)
                ? Optional.of(why)
                : Optional.empty();
    }

    Capabilities capabilities();

    MBeanReader beans();

    DiagnosticCommands commands();

    /// The counters that the target keeps in a file; empty for a remote target and for one that
    /// keeps none.
    Optional<PerfCounters> counters();

    /// The target's entry in `/proc`; empty for a remote target and where there is none.
    Optional<ProcessReader> process();

    ThreadReader threads();

    /// The flight recorder's stream, shared by all who ask.
    EventFeed events();

    /// Of which time every garbage collection was told to listeners; empty while none can be heard.
    Optional<Heard> collectionsHeard();

    /// The sampling of objects that stay alive.
    OldObjects oldObjects();

    /// Who reads in the background reads at its pace; who calls on behalf of a user tells it.
    Attention attention();

    /// What this connection cost the target up to now.
    ConnectionCost cost();

    /// Calls `listener` on each change of state and each collection, from a thread of the
    /// connection; the listener must return quickly.
    ///
    /// @return ends the calls when closed
    Subscription listen(Consumer<TargetEvent> listener);

    /// Ends the connection at once; never waits for the target and never throws.
    @Override
    void close();
}
