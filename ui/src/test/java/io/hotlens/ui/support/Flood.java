package io.hotlens.ui.support;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.event.EventBus;
import io.hotlens.app.operator.OperatorEvent;
import io.hotlens.app.trace.RunId;
import io.hotlens.skills.skill.SkillId;

/// Many events, each a thought of an operator with its number.
public final class Flood {

    private static final RunId RUN = RunId.random();

    private Flood() {}

    /// Publishes so many at once.
    public static void of(EventBus bus, int events) {
        for (int number = 1; number <= events; number++) {
            bus.publish(step(number));
        }
    }

    public static AppEvent step(int number) {
        return new AppEvent.FromOperator(
                Samples.NOON,
                Samples.RUN,
                new OperatorEvent(
                        Samples.NOON,
                        RUN,
                        new SkillId("threads"),
                        number,
                        new OperatorEvent.Thought("step " + number)));
    }
}
