package io.hotlens.skills.target;

import io.hotlens.skills.data.Data;

import java.util.Map;
import java.util.OptionalLong;

/// The counters a HotSpot JVM keeps in a memory-mapped file: reading them costs the target nothing.
public interface PerfCounters {

    /// A numeric counter such as `sun.rt.safepoints`; empty when the target has none of that name.
    OptionalLong number(String name);

    /// Ticks as milliseconds, by the target's own tick frequency; empty when there is no such
    /// counter.
    OptionalLong millis(String name);

    /// Every counter with its present value.
    Map<String, Data> all();
}
