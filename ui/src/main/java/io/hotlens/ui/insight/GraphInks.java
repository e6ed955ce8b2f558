package io.hotlens.ui.insight;

import io.hotlens.ui.control.Ink;

import javafx.scene.Node;
import javafx.scene.paint.Color;

import java.util.List;
import java.util.stream.Stream;

/// The colours of the theme for pictures of a graph. Belongs to the JavaFX thread.
final class GraphInks {

    private final Ink ground = ink("ground");
    private final Ink card = ink("card");
    private final Ink border = ink("border");
    private final Ink text = ink("text");
    private final Ink quiet = ink("quiet");
    private final Ink accent = ink("accent");
    private final Ink warning = ink("warning");
    private final Ink danger = ink("danger");

    private static Ink ink(String name) {
        return new Ink("ink-" + name, () -> {});
    }

    /// Must be children of the node that is drawn, so that the style sheet reaches them.
    List<Node> nodes() {
        return Stream.of(ground, card, border, text, quiet, accent, warning, danger)
                .<Node>map(Ink::node)
                .toList();
    }

    Color ground() {
        return ground.color();
    }

    GraphColours colours() {
        return new GraphColours(
                ground.web(),
                card.web(),
                border.web(),
                text.web(),
                quiet.web(),
                accent.web(),
                warning.web(),
                danger.web());
    }
}
