package io.hotlens.skills.target;

import java.time.Duration;

/// What a connection cost its target, as far as it can be known from outside.
///
/// @param calls remote calls and commands up to now
/// @param pauses estimated time for which our calls stopped the target
/// @param cpuPct estimated share of one processor that our calls used over the last minute
public record ConnectionCost(long calls, Duration pauses, double cpuPct) {}
