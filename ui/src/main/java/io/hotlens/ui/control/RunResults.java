package io.hotlens.ui.control;

import io.hotlens.app.insight.Insight;
import io.hotlens.app.notification.Notification;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.ui.model.Run;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What came of a run: a card for each insight, then the findings.
///
/// @param titles of skills, for people
/// @param cited the notifications that an insight rests on
/// @param actions of the cards; a finding opens as a card's evidence does
public record RunResults(
        Function<SkillId, String> titles,
        Function<Insight, List<Notification>> cited,
        InsightCard.Actions actions) {

    public List<Node> of(Run run) {
        var nodes = new ArrayList<Node>();
        run.insights()
                .forEach(
                        insight ->
                                nodes.add(InsightCard.of(insight, cited.apply(insight), actions)));
        nodes.add(Words.heading(Messages.text("run.findings")));
        if (run.found().isEmpty()) {
            nodes.add(
                    Words.wrapped(
                            Messages.text(
                                    run.outcome().get().isEmpty()
                                            ? "run.findings_none_yet"
                                            : "run.findings_none"),
                            "muted"));
        }
        run.found().forEach(found -> nodes.add(finding(found)));
        return nodes;
    }

    private VBox finding(Notification found) {
        var open = new Button(found.observation(), Mark.of(found.severity()).shape());
        open.setMnemonicParsing(false);
        open.setWrapText(true);
        open.setMinHeight(Region.USE_PREF_SIZE);
        open.getStyleClass().addAll("flat", "finding");
        open.setMaxWidth(Double.MAX_VALUE);
        open.setOnAction(_ -> actions.openEvidence().accept(found.id()));
        Label facts =
                Words.label(
                        Messages.text(
                                "run.finding",
                                titles.apply(found.operator()),
                                Formats.clock(found.detectedAt())),
                        "small",
                        "finding-facts");
        return new VBox(open, facts);
    }
}
