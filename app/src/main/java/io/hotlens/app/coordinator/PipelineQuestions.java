package io.hotlens.app.coordinator;

import io.hotlens.app.insight.AnomalyTypes;
import io.hotlens.app.llm.Model;
import io.hotlens.app.llm.PromptText;
import io.hotlens.app.llm.ToolSpec;
import io.hotlens.app.llm.Transcript;
import io.hotlens.app.loop.Excerpt;
import io.hotlens.app.loop.PromptSize;
import io.hotlens.app.loop.Recollection;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationBook;
import io.hotlens.app.notification.NotificationView;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;

/// The two questions that a pipeline puts to a model, each no longer than the model takes.
final class PipelineQuestions {

    private static final String CLASSIFY = PromptText.of(PipelineQuestions.class, "classify.md");
    private static final String SYNTHESIZE =
            String.join(
                    "\n",
                    PromptText.of(PipelineQuestions.class, "synthesize.md"),
                    "# Anomaly types",
                    AnomalyTypes.list());

    private static final Predicate<Data.Fields> HEALTHY =
            end ->
                    end.text("state").orElse("").equals("healthy")
                            && end.text("outcome").orElse("").equals("completed")
                            && end.items("unseen").isEmpty();

    private final Model model;

    PipelineQuestions(Model model) {
        this.model = model;
    }

    /// `{reason, skills, notifications?}`.
    Transcript classify(Course course, List<ToolSpec> tools) {
        FieldsBuilder content =
                Data.fields()
                        .put("reason", course.reason())
                        .put("skills", course.opening().items("skills"));
        List<Data> known = course.opening().items("notifications");
        if (!known.isEmpty()) {
            content.put("notifications", known);
        }
        return Transcript.of(CLASSIFY, Excerpt.of(content.build(), room(CLASSIFY, tools)));
    }

    /// `{reason, intent, notifications, healthy, operators, snapshots}`, where snapshots give way
    /// first.
    Transcript synthesize(
            Intent intent,
            Course course,
            List<NotificationBook.Entry> found,
            List<ToolSpec> tools) {
        List<NotificationBook.Entry> worstFirst =
                found.stream()
                        .sorted(
                                Comparator.comparing(
                                        (NotificationBook.Entry e) -> e.notification().severity(),
                                        Comparator.reverseOrder()))
                        .toList();
        FieldsBuilder content =
                Data.fields()
                        .put("reason", course.reason())
                        .put("intent", intent.word())
                        .put(
                                "notifications",
                                worstFirst.stream()
                                        .map(e -> NotificationView.of(e.notification(), e.status()))
                                        .toList())
                        .put("healthy", healthy(course))
                        .put("operators", others(course));
        int room = room(SYNTHESIZE, tools);
        int left = room - Excerpt.length(content.build());
        if (left > 0) {
            content.put("snapshots", Excerpt.of(snapshots(worstFirst), left));
        }
        return Transcript.of(SYNTHESIZE, Excerpt.of(content.build(), room));
    }

    private int room(String system, List<ToolSpec> tools) {
        if (model.promptTokens().isEmpty()) {
            return Integer.MAX_VALUE;
        }
        long rest = system.length() + PromptSize.of(tools);
        long room = Recollection.room(model.promptTokens().getAsInt(), (int) rest);
        return (int) Math.max(0, room);
    }

    private static List<Data> healthy(Course course) {
        return course.ends().stream()
                .filter(HEALTHY)
                .flatMap(end -> end.get("skill").stream())
                .toList();
    }

    private static List<Data> others(Course course) {
        var others = new ArrayList<Data>();
        course.ends().stream()
                .filter(HEALTHY.negate())
                .map(PipelineQuestions::withoutNews)
                .forEach(others::add);
        course.running()
                .forEach(
                        skill ->
                                others.add(
                                        Data.fields()
                                                .put("skill", skill)
                                                .put("outcome", "still running")
                                                .build()));
        return others;
    }

    private static Data withoutNews(Data.Fields end) {
        var rest = new LinkedHashMap<>(end.values());
        rest.remove("news");
        return new Data.Fields(rest);
    }

    private static Data snapshots(List<NotificationBook.Entry> found) {
        var byId = new LinkedHashMap<String, Data>();
        found.stream()
                .map(NotificationBook.Entry::notification)
                .map(Notification::snapshots)
                .forEach(all -> all.forEach(s -> byId.putIfAbsent(s.id(), s.toData())));
        return Data.items(List.copyOf(byId.values()));
    }
}
