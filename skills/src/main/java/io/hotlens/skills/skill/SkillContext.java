package io.hotlens.skills.skill;

import io.hotlens.skills.monitor.Monitor;
import io.hotlens.skills.sampling.EventRing;
import io.hotlens.skills.sampling.History;
import io.hotlens.skills.sampling.PoolHistory;
import io.hotlens.skills.sampling.Sampler;
import io.hotlens.skills.sampling.ThreadHistory;
import io.hotlens.skills.target.TargetConnection;

import java.time.InstantSource;
import java.util.Optional;

/// What a skill gets from a connected target.
///
/// @param database the way to the target's database, when the user gave one
public record SkillContext(
        TargetConnection connection,
        Sampler sampler,
        History history,
        EventRing events,
        ThreadHistory threads,
        PoolHistory pools,
        Monitor monitor,
        Optional<DatabaseAccess> database,
        InstantSource clock) {}
