package io.hotlens.app.chat;

import io.hotlens.app.llm.PromptText;
import io.hotlens.app.llm.Transcript;
import io.hotlens.app.loop.Excerpt;
import io.hotlens.app.loop.Recollection;
import io.hotlens.app.operator.Operator;
import io.hotlens.skills.data.Data;

import java.util.List;
import java.util.OptionalInt;

/// What a model is told of an investigation and asked about it.
final class ChatPrompt {

    private static final String TASK = PromptText.of(ChatPrompt.class, "chat.md");

    /// Half of what a prompt may hold is left to the tools.
    private static final int SHARE = 2;

    private ChatPrompt() {}

    /// `{reason, outcome, duration_s, insights, notifications, operators, unseen, skills, earlier,
    /// question}`, as long as the model bears it.
    ///
    /// @param earlier the questions before this one, oldest first
    /// @param promptTokens of the model; empty for one that bears everything
    static Transcript opening(
            ChatRecord found,
            List<Operator> usable,
            List<ChatAnswer> earlier,
            String question,
            OptionalInt promptTokens) {
        Data known =
                Data.fields()
                        .put("insights", found.insights())
                        .put("notifications", found.notifications())
                        .put("operators", found.operators())
                        .put("unseen", texts(found.investigation().unseen()))
                        .put("earlier", earlier.stream().map(ChatPrompt::view).toList())
                        .build();
        return Transcript.of(
                TASK,
                Data.fields()
                        .put("reason", found.investigation().request().reason())
                        .put("outcome", found.investigation().outcome().word())
                        .putTime("started_at", found.investigation().startedAt())
                        .put("duration_s", (double) found.investigation().duration().toSeconds())
                        .put("record", fitted(known, promptTokens))
                        .put("skills", usable.stream().map(ChatPrompt::view).toList())
                        .put("question", question)
                        .build());
    }

    private static Data fitted(Data known, OptionalInt promptTokens) {
        return promptTokens.isEmpty()
                ? known
                : Excerpt.of(
                        known,
                        (int) (Recollection.room(promptTokens.getAsInt(), TASK.length()) / SHARE));
    }

    private static Data view(ChatAnswer earlier) {
        return Data.fields()
                .put("question", earlier.question())
                .put("answer", earlier.answered() ? earlier.text() : earlier.outcome().detail())
                .put("cites", texts(earlier.cited()))
                .build();
    }

    private static Data view(Operator operator) {
        return Data.fields()
                .put("id", operator.id().value())
                .put("title", operator.skill().title())
                .put("description", operator.skill().description())
                .build();
    }

    private static List<Data> texts(List<String> values) {
        return values.stream().map(Data::of).toList();
    }
}
