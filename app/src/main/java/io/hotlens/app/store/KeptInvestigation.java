package io.hotlens.app.store;

import io.hotlens.app.chat.ChatAnswer;
import io.hotlens.app.chat.ChatEvent;
import io.hotlens.app.event.AppEvent;
import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.investigation.Trigger;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.notification.NotificationStatus;

import java.util.List;
import java.util.Map;

/// An investigation read back from the history.
///
/// @param investigation as it stood when it ended; when it has not, its outcome is a failure that
///   says so, and it holds what had been found
/// @param ended whether it came to an end, whichever
/// @param steps of its coordinator, its operators and the questions after it, oldest first
/// @param statuses of its notifications
public record KeptInvestigation(
        Investigation investigation,
        Trigger trigger,
        boolean ended,
        List<AppEvent> steps,
        Map<NotificationId, NotificationStatus> statuses) {

    public KeptInvestigation {
        steps = List.copyOf(steps);
        statuses = Map.copyOf(statuses);
    }

    /// What was asked after its end, oldest first.
    public List<ChatAnswer> answers() {
        return steps.stream()
                .flatMap(
                        event ->
                                event instanceof AppEvent.FromChat(_, _, ChatEvent step)
                                                && step.step() instanceof ChatEvent.Answered(var a)
                                        ? java.util.stream.Stream.of(a)
                                        : java.util.stream.Stream.empty())
                .toList();
    }

    public NotificationStatus status(NotificationId id) {
        return statuses.getOrDefault(id, NotificationStatus.UNREAD);
    }
}
