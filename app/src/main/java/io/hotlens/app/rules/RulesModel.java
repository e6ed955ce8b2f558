package io.hotlens.app.rules;

import io.hotlens.app.insight.CausalModel;
import io.hotlens.app.llm.ChatClient;
import io.hotlens.app.llm.Reply;
import io.hotlens.app.llm.ToolSpec;
import io.hotlens.app.llm.Transcript;
import io.hotlens.app.model.ModelRole;
import io.hotlens.skills.skill.SkillId;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The model that needs no network: the next tool follows from the transcript alone, by the skills'
/// playbooks and the causal model. The tools that are offered tell whose part it plays.
public final class RulesModel implements ChatClient {

    private final Map<SkillId, String> playbooks;
    private final CausalModel causes;

    /// @param playbooks Lua by skill
    public RulesModel(Map<SkillId, String> playbooks, CausalModel causes) {
        this.playbooks = Map.copyOf(playbooks);
        this.causes = causes;
    }

    @Override
    public Reply ask(Transcript transcript, List<ToolSpec> tools) {
        Moves moves = Moves.of(transcript);
        return Reply.of(
                switch (part(tools)) {
                    case COORDINATOR -> new CoordinatorRules(moves, causes).next();
                    case CHAT -> new ChatRules(moves).next();
                    case OPERATOR, SUMMARY -> new OperatorRules(moves, playbook(moves)).next();
                });
    }

    private static ModelRole part(List<ToolSpec> tools) {
        Set<String> names = tools.stream().map(ToolSpec::name).collect(Collectors.toSet());
        if (names.contains("produce_insight")) {
            return ModelRole.COORDINATOR;
        }
        return names.contains("answer") ? ModelRole.CHAT : ModelRole.OPERATOR;
    }

    private Optional<String> playbook(Moves moves) {
        return moves.opening().text("skill").map(SkillId::new).map(playbooks::get);
    }
}
