package io.hotlens.skills.target;

/// One platform thread's counters at a moment.
///
/// @param id the Java thread id
/// @param state name of the `java.lang.Thread.State`
/// @param cpuMs CPU time since the thread started; negative when the target does not measure it
/// @param allocatedMb bytes allocated since the thread started; negative when not measured
/// @param blockedCount how often it waited to enter a monitor
/// @param waitedCount how often it waited or parked
public record ThreadSample(
        long id,
        String name,
        String state,
        double cpuMs,
        double allocatedMb,
        long blockedCount,
        long waitedCount) {}
