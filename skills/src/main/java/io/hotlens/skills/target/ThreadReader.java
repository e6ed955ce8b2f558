package io.hotlens.skills.target;

import java.util.List;

/// Threads of the target.
public interface ThreadReader {

    /// The platform threads with their counters; no safepoint. Needs [Capability#THREAD_SAMPLES].
    List<ThreadSample> samples();

    /// Ids of threads in a deadlock over monitors or ownable synchronizers; empty when there is
    /// none.
    List<Long> deadlocked();

    /// Every platform thread with its stack and locks. Stops the target for about 20 us a thread.
    /// Needs [Capability#THREAD_DUMP].
    ThreadDump dump();

    /// The containers (executors, scopes) with their threads, virtual ones too. Needs
    /// [Capability#THREAD_DUMP_JSON].
    List<ThreadContainer> containers();
}
