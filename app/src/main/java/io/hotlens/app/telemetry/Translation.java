package io.hotlens.app.telemetry;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.target.ConnectionState;

import java.time.Instant;
import java.util.Locale;

/// What happened in a session as telemetry: each event becomes exactly one.
final class Translation {

    private Translation() {}

    static TelemetryEvent of(AppEvent event) {
        return switch (event) {
            case AppEvent.ConnectionChanged(Instant at, ConnectionState state) ->
                    connection(at, state);
            case AppEvent.InvestigationStarted(var at, var id, var request, _) ->
                    new EventDraft(TelemetryName.INVESTIGATION_STARTED, at)
                            .of(id, 0)
                            .put(TelemetryField.REASON, request.reason())
                            .build();
            case AppEvent.FollowUpStarted(var at, var id, int chain, String reason) ->
                    new EventDraft(TelemetryName.COORDINATOR_SCHEDULED_REINVOKE, at)
                            .of(id, 0)
                            .put(TelemetryField.CHAIN, chain)
                            .put(TelemetryField.REASON, reason)
                            .build();
            case AppEvent.FromOperator(_, var id, var step) -> OperatorTranslation.of(id, step);
            case AppEvent.FromCoordinator(_, var id, var step) ->
                    CoordinatorTranslation.of(id, step);
            case AppEvent.FromChat(_, var id, var step) -> ChatTranslation.of(id, step);
            case AppEvent.FromMonitor(var at, var step) -> MonitorTranslation.of(at, step);
            case AppEvent.InvestigationEnded(var at, var id, Outcome outcome) ->
                    new EventDraft(TelemetryName.INVESTIGATION_ENDED, at)
                            .of(id, 0)
                            .put(TelemetryField.OUTCOME, outcome.word())
                            .put(TelemetryField.REASON, outcome.detail())
                            .build();
            case AppEvent.NotificationChanged(var at, var id, var status) ->
                    new EventDraft(TelemetryName.NOTIFICATION_STATUS_CHANGED, at)
                            .put(TelemetryField.NOTIFICATION_ID, id.value())
                            .put(TelemetryField.STATUS, status.word())
                            .build();
            case AppEvent.CallAudited audited ->
                    new EventDraft(TelemetryName.CALLBACK_AUDITED, audited.at())
                            .put(TelemetryField.CALLBACK, audited.callback())
                            .put(
                                    TelemetryField.IMPACT,
                                    audited.impact().name().toLowerCase(Locale.ROOT))
                            .put(TelemetryField.ALLOWED, audited.allowed())
                            .put(TelemetryField.PREDICTED_PAUSE_MS, audited.predictedPause())
                            .put(TelemetryField.REASON, audited.why())
                            .build();
        };
    }

    private static TelemetryEvent connection(Instant at, ConnectionState state) {
        var draft = new EventDraft(TelemetryName.CONNECTION_CHANGED, at);
        switch (state) {
            case ConnectionState.Connected _ -> draft.put(TelemetryField.STATE, "connected");
            case ConnectionState.Lost(_, String why) ->
                    draft.put(TelemetryField.STATE, "lost").put(TelemetryField.REASON, why);
            case ConnectionState.Ended(_, String why) ->
                    draft.put(TelemetryField.STATE, "ended").put(TelemetryField.REASON, why);
        }
        return draft.build();
    }

    /// What a reader lost.
    static TelemetryEvent dropped(Instant at, long events) {
        return new EventDraft(TelemetryName.TELEMETRY_DROPPED, at)
                .put(TelemetryField.DROPPED, events)
                .build();
    }
}
