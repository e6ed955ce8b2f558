package io.hotlens.ui.connect;

import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Messages;

import javafx.beans.Observable;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;

/// Offers to open again what was open the last time.
final class EarlierCard {

    private EarlierCard() {}

    static VBox of(EarlierTargets targets) {
        var card = new VBox(8);
        card.setId("earlier");
        card.getStyleClass().add("card");
        Runnable fill = () -> fill(card, targets);
        targets.shown().addListener((Observable _) -> fill.run());
        fill.run();
        return card;
    }

    private static void fill(VBox card, EarlierTargets targets) {
        card.getChildren().setAll(Words.heading(Messages.text("connect.earlier")));
        for (Earlier target : targets.shown()) {
            var link = new Hyperlink(words(target));
            link.setMnemonicParsing(false);
            link.setOnAction(_ -> targets.open(target));
            card.getChildren().add(link);
        }
        long processes = targets.shown().stream().filter(Earlier.Local.class::isInstance).count();
        if (processes > 1) {
            var all = new Button(Messages.text("connect.earlier_all", processes));
            all.setId("open-earlier");
            all.setMaxWidth(Double.MAX_VALUE);
            all.setOnAction(_ -> targets.openAll());
            card.getChildren().add(all);
        }
        Words.shown(card, !targets.shown().isEmpty());
    }

    private static String words(Earlier target) {
        return switch (target) {
            case Earlier.Local(long pid, _, String name) ->
                    Messages.text(
                            "connect.earlier_one",
                            name,
                            Messages.text("connect.pid", String.valueOf(pid)));
            case Earlier.Remote(String address, _, String name) ->
                    Messages.text("connect.earlier_one", name, address);
        };
    }
}
