package io.hotlens.app.operator;

import io.hotlens.app.loop.Meaning;
import io.hotlens.app.notification.Severity;
import io.hotlens.skills.data.Data;

import java.util.List;
import java.util.Optional;

/// The ten tools of an operator.
public sealed interface OperatorTool {

    @Meaning("Sets your verdict on this area.")
    record SetState(HealthState state, @Meaning("why, in one sentence") String reason)
            implements OperatorTool {}

    @Meaning(
            "Reports one finding. context and observation are facts without words of likelihood;"
                    + " hypothesis is a guess.")
    record SendNotification(
            @Meaning("an anomaly type such as heap_leak") String type,
            @Meaning("the state of the system around it: facts") String context,
            @Meaning("what is wrong: a fact with its numbers") String observation,
            @Meaning("what may be behind it, hedged") Optional<String> hypothesis,
            Severity severity,
            @Meaning("ids of snapshots of this run, at least one") List<String> snapshotIds,
            @Meaning("the thread, pool, class or lock it is about") Optional<String> subject,
            @Meaning("the callback results it rests on") Optional<Data> evidence)
            implements OperatorTool {}

    @Meaning("Lists the notifications of this run.")
    record GetNotifications() implements OperatorTool {}

    @Meaning("Reads every metric of the skill now and keeps it as evidence.")
    record TakeSnapshot() implements OperatorTool {}

    @Meaning("Shows one snapshot of this run.")
    record GetSnapshot(String id) implements OperatorTool {}

    @Meaning("Lists the snapshots of this run, oldest first.")
    record GetSnapshots(
            @Meaning("10 unless given, 50 at most") Optional<Long> limit,
            @Meaning("how many to leave out, 0 unless given") Optional<Long> offset)
            implements OperatorTool {}

    @Meaning("Runs a Lua script against the functions of your area; `playbook()` runs its recipe.")
    record Execute(String code) implements OperatorTool {}

    @Meaning("Waits, and goes on with everything kept.")
    record Wait(@Meaning("100 to 300000") long ms) implements OperatorTool {}

    @Meaning("Notes a thought.")
    record Think(String thought) implements OperatorTool {}

    @Meaning("Ends the run.")
    record Done() implements OperatorTool {}
}
