package io.hotlens.skills.skill;

import io.hotlens.skills.sampling.EventRing;
import io.hotlens.skills.sampling.History;
import io.hotlens.skills.sampling.Sampler;
import io.hotlens.skills.sampling.ThreadHistory;
import io.hotlens.skills.target.TargetConnection;

import java.time.InstantSource;

/// What a skill gets from a connected target.
public record SkillContext(
        TargetConnection connection,
        Sampler sampler,
        History history,
        EventRing events,
        ThreadHistory threads,
        InstantSource clock) {}
