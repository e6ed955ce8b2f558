package io.hotlens.app.chat;

import io.hotlens.app.loop.Meaning;

import java.util.List;
import java.util.Optional;

/// What the one who answers may do.
public sealed interface ChatTool {

    @Meaning("Lists the notifications of the investigation with their evidence, oldest first.")
    record GetNotifications() implements ChatTool {}

    @Meaning("Shows the values of a snapshot that a notification cites.")
    record GetSnapshot(String id) implements ChatTool {}

    @Meaning(
            "Lets operators look again, waits for them and shows what they found. Only when the"
                    + " record does not tell.")
    record SendOperators(
            @Meaning("ids of skills") List<String> skills,
            @Meaning("what they should find out") Optional<String> context)
            implements ChatTool {}

    @Meaning("Notes a thought.")
    record Think(String thought) implements ChatTool {}

    @Meaning("Answers the question and ends.")
    record Answer(
            @Meaning("plain text for the user") String text,
            @Meaning("ids of the notifications, insights and snapshots that it stands on")
                    List<String> cites)
            implements ChatTool {}
}
