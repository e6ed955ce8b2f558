package io.hotlens.app.monitor;

import io.hotlens.app.notification.Notification;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.skills.monitor.MonitorEvent;

/// Something the monitor noticed, or what followed from it.
public sealed interface MonitorStep {

    record Noticed(MonitorEvent event) implements MonitorStep {}

    /// A rule of the user holds: it is in the inbox.
    record Alerted(Notification notification) implements MonitorStep {}

    /// An investigation began by itself.
    record Triggered(InvestigationId investigation, String reason) implements MonitorStep {}

    /// None began, since as many as may have begun within the hour.
    record RateLimited(String reason, int perHour) implements MonitorStep {}

    /// None began, for another reason.
    record NotTriggered(String reason, String why) implements MonitorStep {}
}
