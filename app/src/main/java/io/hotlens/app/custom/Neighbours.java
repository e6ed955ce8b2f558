package io.hotlens.app.custom;

import io.hotlens.app.access.CallAnswer;
import io.hotlens.app.sandbox.LuaBridge;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.skill.BadArguments;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.Cost;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.skill.LiveSkill;
import io.hotlens.skills.target.TargetException;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// The callbacks that a folder skill's own may use: those of the other skills of the same target
/// that cost it next to nothing, so that nothing costly hides behind a cheap name.
public final class Neighbours {

    private final AtomicReference<List<LiveSkill>> skills = new AtomicReference<>(List.of());

    /// Makes the target's skills known once they are open.
    public void connect(List<LiveSkill> live) {
        skills.set(List.copyOf(live));
    }

    boolean connected() {
        return !skills.get().isEmpty();
    }

    LuaBridge bridge() {
        List<String> names =
                skills.get().stream()
                        .filter(live -> !(live.skill() instanceof FolderSkill))
                        .flatMap(live -> live.skill().callbacks().stream())
                        .map(Callback::name)
                        .toList();
        return new LuaBridge(names, this::call);
    }

    private CallAnswer call(String name, List<Data> arguments) {
        try {
            for (LiveSkill live : skills.get()) {
                if (live.skill().callbacks().stream().anyMatch(one -> one.name().equals(name))) {
                    Cost cost = live.cost(name, arguments);
                    return cost.impact().compareTo(Impact.LOW) > 0
                            ? new CallAnswer.Refused(
                                    "%s costs the target too much to be called by a folder skill (%s)"
                                            .formatted(name, cost.reason()))
                            : new CallAnswer.Answered(live.call(name, arguments));
                }
            }
            return new CallAnswer.Refused("there is no callback '" + name + "'");
        } catch (BadArguments | TargetException e) {
            return new CallAnswer.Refused(String.valueOf(e.getMessage()));
        }
    }
}
