package io.hotlens.app.coordinator;

import io.hotlens.app.access.OutputLimit;
import io.hotlens.app.insight.Fact;
import io.hotlens.app.insight.Insight;
import io.hotlens.app.insight.InsightDraft;
import io.hotlens.app.insight.InsightReview;
import io.hotlens.app.loop.Role;
import io.hotlens.app.loop.Step;
import io.hotlens.app.notification.NotificationBook;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.notification.NotificationView;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.skill.SkillId;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// A coordinator's part in the loop.
final class CoordinatorRole implements Role<CoordinatorState, CoordinatorTool> {

    static final int MAX_CHAIN = 3;

    private static final OutputLimit LIMIT = new OutputLimit(64_000);
    private static final long SHORTEST_WAIT_MS = 100;
    private static final long LONGEST_WAIT_MS = 300_000;
    private static final long SHORTEST_DELAY_MS = 1_000;
    private static final long LONGEST_DELAY_MS = 3_600_000;

    private final Desk desk;
    private final CoordinatorRequest request;
    private final OperatorCalls calls;
    private final Consumer<CoordinatorEvent.Step> events;

    CoordinatorRole(
            Desk desk,
            CoordinatorRequest request,
            OperatorQuestions questions,
            Consumer<CoordinatorEvent.Step> events) {
        this.desk = desk;
        this.calls = new OperatorCalls(desk.pool(), request.reason(), questions, events);
        this.request = request;
        this.events = events;
    }

    @Override
    public Step<CoordinatorState> step(CoordinatorState state, CoordinatorTool tool) {
        return switch (tool) {
            case CoordinatorTool.GetNotifications(var status) ->
                    go(state, notifications(status.orElse(CoordinatorTool.StatusFilter.ALL)));
            case CoordinatorTool.UpdateNotificationStatuses update -> update(state, update);
            case CoordinatorTool.ProduceInsight draft -> insight(state, draft);
            case CoordinatorTool.InvokeOperators(List<String> skills, Optional<String> context) ->
                    calls.invoke(state, skills, context);
            case CoordinatorTool.MessageOperator(String skill, String message) ->
                    calls.message(state, skill, message);
            case CoordinatorTool.GetOperatorStatuses() -> go(state, calls.statuses());
            case CoordinatorTool.Wait(long ms) ->
                    new Step.Pause<>(
                            state,
                            Duration.ofMillis(Math.clamp(ms, SHORTEST_WAIT_MS, LONGEST_WAIT_MS)));
            case CoordinatorTool.Schedule(long ms, String reason) -> schedule(state, ms, reason);
            case CoordinatorTool.Think(String thought) -> {
                events.accept(new CoordinatorEvent.Thought(thought));
                yield go(
                        state, Data.fields().put("thought", thought).put("recorded", true).build());
            }
            case CoordinatorTool.Done() -> done(state);
        };
    }

    static Step<CoordinatorState> go(CoordinatorState state, Data answer) {
        return new Step.Continue<>(state, LIMIT.apply(answer));
    }

    static Step<CoordinatorState> refuse(CoordinatorState state, String reason) {
        return new Step.Refuse<>(state, Data.fields().put("error", reason).build(), reason);
    }

    private Data notifications(CoordinatorTool.StatusFilter filter) {
        List<Data.Fields> shown =
                desk.book().of(request.id()).stream()
                        .filter(
                                e ->
                                        filter == CoordinatorTool.StatusFilter.ALL
                                                || filter.name().equals(e.status().name()))
                        .map(e -> NotificationView.of(e.notification(), e.status()))
                        .toList();
        events.accept(
                new CoordinatorEvent.NotificationsRead(
                        filter.name().toLowerCase(Locale.ROOT), shown.size()));
        return Data.items(shown);
    }

    private Step<CoordinatorState> update(
            CoordinatorState state, CoordinatorTool.UpdateNotificationStatuses update) {
        NotificationStatus status =
                switch (update.status()) {
                    case ACKNOWLEDGED -> NotificationStatus.ACKNOWLEDGED;
                    case RESOLVED -> NotificationStatus.RESOLVED;
                };
        var unknown = new ArrayList<String>();
        List<NotificationId> known = known(update.notificationIds(), unknown);
        set(known, status);
        Data answer =
                Data.fields()
                        .put("updated", texts(known.stream().map(NotificationId::value).toList()))
                        .put("unknown", texts(unknown))
                        .put("status", status.word())
                        .build();
        return known.isEmpty() && !unknown.isEmpty()
                ? new Step.Refuse<>(state, answer, "there are no such notifications: " + unknown)
                : go(state, answer);
    }

    private void set(List<NotificationId> ids, NotificationStatus status) {
        if (!ids.isEmpty()) {
            desk.book().setStatus(ids, status);
            events.accept(new CoordinatorEvent.StatusesChanged(ids, status));
        }
    }

    /// The notifications of this investigation among these; the others go into `unknown`.
    private List<NotificationId> known(List<String> ids, List<String> unknown) {
        List<NotificationBook.Entry> entries = desk.book().of(request.id());
        var known = new ArrayList<NotificationId>();
        for (String id : ids) {
            entries.stream()
                    .map(e -> e.notification().id())
                    .filter(n -> n.value().equals(id))
                    .findFirst()
                    .ifPresentOrElse(known::add, () -> unknown.add(id));
        }
        return known;
    }

    static List<Data> texts(List<String> values) {
        return values.stream().map(Data::of).toList();
    }

    private Step<CoordinatorState> insight(
            CoordinatorState state, CoordinatorTool.ProduceInsight claim) {
        var unknown = new ArrayList<String>();
        List<NotificationId> ids = known(claim.notificationIds(), unknown);
        if (!unknown.isEmpty()) {
            return refused(
                    state,
                    unknown.stream().map(id -> "there is no notification '" + id + "'").toList());
        }
        var draft =
                new InsightDraft(
                        ids,
                        claim.correlationType(),
                        claim.summary(),
                        claim.matchedObservations(),
                        claim.rootCauseHypothesis(),
                        claim.rootCauseType(),
                        claim.rootCauseSubject(),
                        claim.recommendation(),
                        claim.verifyWith());
        List<Fact> facts =
                desk.book().of(request.id()).stream().map(e -> Fact.of(e.notification())).toList();
        return switch (desk.review().review(request.id(), draft, facts, desk.clock().instant())) {
            case InsightReview.Verdict.Refused(List<String> reasons) -> refused(state, reasons);
            case InsightReview.Verdict.Accepted(Insight insight) -> {
                events.accept(new CoordinatorEvent.InsightProduced(insight));
                set(insight.notificationIds(), NotificationStatus.RESOLVED);
                yield go(
                        state.with(insight),
                        Data.fields()
                                .put("insight_produced", insight.id())
                                .put("root_cause_type", insight.rootCause().type())
                                .put("hypothesis_grounded", insight.hypothesisGrounded())
                                .put("confidence", insight.confidence().word())
                                .put("because", insight.confidenceReason())
                                .build());
            }
        };
    }

    private static Step<CoordinatorState> refused(CoordinatorState state, List<String> reasons) {
        return new Step.Refuse<>(
                state,
                Data.fields()
                        .put("error", "the insight was not accepted")
                        .put("reasons", texts(reasons))
                        .build(),
                String.join("; ", reasons));
    }

    private Step<CoordinatorState> schedule(CoordinatorState state, long ms, String reason) {
        List<SkillId> running = desk.pool().running();
        if (!running.isEmpty() || request.chain() >= MAX_CHAIN) {
            String why =
                    running.isEmpty()
                            ? "this is already follow-up %d of %d".formatted(MAX_CHAIN, MAX_CHAIN)
                            : stillRunning(running);
            events.accept(new CoordinatorEvent.ScheduleRejected(running.size(), why));
            return refuse(state, why);
        }
        Duration delay = Duration.ofMillis(Math.clamp(ms, SHORTEST_DELAY_MS, LONGEST_DELAY_MS));
        events.accept(new CoordinatorEvent.FollowUpScheduled(delay, reason));
        return new Step.Finish<>(
                state.wishing(delay, reason),
                Data.fields().put("scheduled_ms", (double) delay.toMillis()).build());
    }

    private Step<CoordinatorState> done(CoordinatorState state) {
        List<SkillId> running = desk.pool().running();
        if (!running.isEmpty()) {
            events.accept(new CoordinatorEvent.DoneRejected(running.size()));
            return refuse(state, stillRunning(running));
        }
        long unread =
                desk.book().of(request.id()).stream()
                        .filter(e -> e.status() == NotificationStatus.UNREAD)
                        .count();
        events.accept(new CoordinatorEvent.Done((int) unread));
        return new Step.Finish<>(
                state, Data.fields().put("done", true).put("unread", (double) unread).build());
    }

    private static String stillRunning(List<SkillId> running) {
        return "operators still run: " + running + "; wait for them first";
    }
}
