package io.hotlens.app.session;

import io.hotlens.app.event.EventBus;
import io.hotlens.app.insight.InsightReview;
import io.hotlens.app.llm.ChatClient;
import io.hotlens.app.llm.LlmException;
import io.hotlens.app.llm.Model;
import io.hotlens.app.llm.RetryPolicy;
import io.hotlens.app.llm.RunModels;
import io.hotlens.app.model.ModelChoice;
import io.hotlens.app.notification.NotificationBook;
import io.hotlens.app.operator.Operator;
import io.hotlens.app.operator.Workbench;
import io.hotlens.app.settings.SettingsException;
import io.hotlens.skills.skill.SkillId;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// What the parts of a session share.
///
/// @param operators one per usable skill, in the order of the skills
/// @param skills every skill, usable or not
/// @param models the models of a run; throws [IllegalArgumentException] when there is no such
record Engine(
        Workbench bench,
        Map<SkillId, Operator> operators,
        List<SkillView> skills,
        NotificationBook book,
        InsightReview review,
        EventBus bus,
        FollowUps followUps,
        Function<ModelChoice, RunModels> models) {

    /// The models of a run that nobody waits for: when there are none, since the settings are
    /// broken or a client is gone, one that says so when it is asked, so that the run ends with it.
    RunModels modelsOrFailing(ModelChoice choice) {
        try {
            return models.apply(choice);
        } catch (IllegalArgumentException | SettingsException e) {
            String why = String.valueOf(e.getMessage());
            ChatClient failing =
                    (_, _) -> {
                        throw new LlmException.Fatal(why);
                    };
            return RunModels.all(new Model("none", failing, RetryPolicy.NONE), 1);
        }
    }

    /// Sentences about skills that cannot be used here, of those asked for (all when none was).
    List<String> unusable(Set<SkillId> asked) {
        return skills.stream()
                .filter(v -> asked.isEmpty() || asked.contains(v.skill().id()))
                .flatMap(v -> v.unusable().stream().map(why -> v.skill().id() + ": " + why))
                .toList();
    }
}
