package io.hotlens.skills.skill;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Reading;

import java.util.List;
import java.util.SequencedMap;

/// A skill bound to one target. Calls are safe from any thread and never sleep.
public interface LiveSkill extends AutoCloseable {

    Skill skill();

    /// The present reading of every metric of the skill, in their order.
    SequencedMap<Metric, Reading> read();

    /// What a call of this callback would cost the target now.
    ///
    /// @throws BadArguments when the callback does not exist or an argument is wrong
    Cost cost(String callback, List<Data> arguments);

    /// Calls one callback.
    ///
    /// @throws BadArguments when the callback does not exist or an argument is wrong
    /// @throws io.hotlens.skills.target.TargetException when the target cannot answer
    Data call(String callback, List<Data> arguments);

    @Override
    void close();
}
