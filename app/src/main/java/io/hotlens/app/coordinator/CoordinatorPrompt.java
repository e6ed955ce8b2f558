package io.hotlens.app.coordinator;

import io.hotlens.app.insight.AnomalyTypes;
import io.hotlens.app.llm.PromptText;
import io.hotlens.app.llm.Transcript;
import io.hotlens.app.notification.NotificationBook;
import io.hotlens.app.notification.NotificationView;
import io.hotlens.app.operator.Operator;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.skill.SkillId;

import java.util.List;

/// The opening of a coordinator's conversation.
final class CoordinatorPrompt {

    private static final String RULES =
            String.join(
                    "\n",
                    PromptText.of(CoordinatorPrompt.class, "prompt.md"),
                    "# Anomaly types",
                    AnomalyTypes.list());

    private CoordinatorPrompt() {}

    static Transcript opening(
            CoordinatorRequest request,
            List<Operator> usable,
            List<NotificationBook.Entry> notifications) {
        var skills =
                usable.stream()
                        .map(
                                o ->
                                        Data.fields()
                                                .put("id", o.id().value())
                                                .put("title", o.skill().title())
                                                .put("description", o.skill().description())
                                                .build())
                        .toList();
        var opening =
                Data.fields()
                        .put("reason", request.reason())
                        .put("skills", skills)
                        .put(
                                "named",
                                request.named().stream()
                                        .sorted()
                                        .map(SkillId::value)
                                        .map(Data::of)
                                        .toList())
                        .put("max_iterations", request.budget().iterations())
                        .put("follow_up", request.chain())
                        .put(
                                "notifications",
                                notifications.stream()
                                        .map(e -> NotificationView.of(e.notification(), e.status()))
                                        .toList());
        request.budget().time().ifPresent(t -> opening.put("time_ms", (double) t.toMillis()));
        return Transcript.of(RULES, opening.build());
    }
}
