package io.hotlens.ui.model;

import io.hotlens.app.operator.OperatorEvent;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillId;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One card for each skill that investigates. Belongs to the JavaFX thread.
public final class OperatorBoard {

    private final Map<SkillId, OperatorCard> cards = new LinkedHashMap<>();

    /// @param skills those without a playbook only lend callbacks and get no card
    public OperatorBoard(Collection<Skill> skills) {
        skills.stream()
                .filter(skill -> skill.playbook().isPresent())
                .forEach(skill -> cards.put(skill.id(), new OperatorCard(skill)));
    }

    public List<OperatorCard> cards() {
        return List.copyOf(cards.values());
    }

    void apply(OperatorEvent event) {
        OperatorCard card = cards.get(event.skill());
        if (card != null) {
            card.apply(event);
        }
    }
}
