package io.hotlens.app.rules;

import io.hotlens.app.insight.CausalModel;
import io.hotlens.app.llm.ChatClient;
import io.hotlens.app.llm.Reply;
import io.hotlens.app.llm.ToolCall;
import io.hotlens.app.llm.ToolSpec;
import io.hotlens.app.llm.Transcript;
import io.hotlens.skills.skill.SkillId;

import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        boolean coordinator = tools.stream().anyMatch(t -> t.name().equals("produce_insight"));
        ToolCall next =
                coordinator
                        ? new CoordinatorRules(moves, causes).next()
                        : new OperatorRules(moves, playbook(moves)).next();
        return Reply.of(next);
    }

    @Override
    public String model() {
        return "hotlens:rules";
    }

    private Optional<String> playbook(Moves moves) {
        return moves.opening().text("skill").map(SkillId::new).map(playbooks::get);
    }
}
