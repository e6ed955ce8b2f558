package io.hotlens.ui.shell;

import io.hotlens.skills.target.ConnectionState;
import io.hotlens.skills.target.TargetInfo;
import io.hotlens.ui.control.Mark;
import io.hotlens.ui.control.MarkLabel;
import io.hotlens.ui.control.Showing;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.model.Vitals;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/// One target: header, tabs and the chosen screen. Screens are made when first shown.
final class TargetView {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final OpenTarget target;
    private final Function<ScreenId, Parent> screens;
    private final Map<ScreenId, Parent> made = new EnumMap<>(ScreenId.class);
    private final BorderPane root = new BorderPane();
    private final Label banner = Words.wrapped("", "banner");
    private final Label age = Words.small("");
    private final MarkLabel state = new MarkLabel(Mark.UNKNOWN);

    /// @param models for the choice of the next run's model
    /// @param settings opens the settings
    TargetView(
            OpenTarget target,
            Function<ScreenId, Parent> screens,
            ModelNames models,
            Runnable settings) {
        this.target = target;
        this.screens = screens;
        root.getStyleClass().add("target");
        var header =
                new VBox(
                        8,
                        title(ModelPicker.of(target.investigate(), models, settings)),
                        InvestigateBar.of(
                                target.investigate(),
                                () -> target.screen().set(ScreenId.INVESTIGATE)),
                        tabs(),
                        banner);
        header.getStyleClass().add("target-header");
        root.setTop(header);
        Showing.follow(root, target.screen(), this::show);
        Showing.follow(root, target.model().vitals(), _ -> tell());
        Showing.follow(root, target.model().connection(), _ -> tell());
    }

    Parent node() {
        return root;
    }

    private HBox title(MenuButton models) {
        TargetInfo info = target.model().info();
        Label name = Words.label(info.name(), "target-name");
        Label facts =
                Words.muted(
                        Messages.text(
                                "target.facts",
                                info.version(),
                                info.pid().isPresent()
                                        ? Messages.text(
                                                "connect.pid",
                                                String.valueOf(info.pid().getAsLong()))
                                        : info.address().toString()));
        facts.setMinWidth(Label.USE_PREF_SIZE);
        var row = new HBox(16, name, facts, age, state.node(), Words.gap(), models);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// In a second row when there is no room for all.
    private FlowPane tabs() {
        var group = new ToggleGroup();
        var row = new FlowPane(4, 0);
        row.getStyleClass().add("tabs");
        for (ScreenId screen : ScreenId.values()) {
            var tab = new ToggleButton(screen.title());
            tab.setId("tab-" + screen.name().toLowerCase(java.util.Locale.ROOT));
            tab.getStyleClass().add("tab-button");
            tab.setToggleGroup(group);
            tab.setOnAction(_ -> target.screen().set(screen));
            Showing.follow(tab, target.screen(), now -> tab.setSelected(now == screen));
            row.getChildren().add(tab);
            count(screen, tab);
        }
        return row;
    }

    private void count(ScreenId screen, ToggleButton tab) {
        var findings = target.model().findings();
        switch (screen) {
            case INBOX ->
                    Showing.follow(
                            tab,
                            findings.unread(),
                            unread -> tab.setText(counted(screen, unread.intValue())));
            case INSIGHTS ->
                    Showing.watch(
                            tab,
                            findings.insights(),
                            () -> tab.setText(counted(screen, findings.insights().size())));
            case SENT ->
                    Showing.watch(
                            tab,
                            target.sent().entries(),
                            () -> tab.setText(counted(screen, target.sent().entries().size())));
            case OVERVIEW, INVESTIGATE, THREADS, CONSOLE, MONITOR, METRICS, TIMELINE -> {}
        }
    }

    private static String counted(ScreenId screen, int count) {
        return count == 0 ? screen.title() : Messages.text("screen.counted", screen.title(), count);
    }

    private void show(ScreenId screen) {
        root.setCenter(made.computeIfAbsent(screen, screens));
    }

    /// Tells age and state, and what is being done when the target does not answer.
    private void tell() {
        Vitals vitals = target.model().vitals().get();
        Instant started = target.model().info().startedAt();
        if (vitals.at().isAfter(started)) {
            age.setText(
                    Messages.text(
                            "connect.up",
                            Formats.duration(Duration.between(started, vitals.at()))));
        }
        ConnectionState now = target.model().connection().get();
        state.node().setText("");
        state.show(Mark.of(now));
        state.node().setText(word(now));
        root.pseudoClassStateChanged(STALE, !now.isConnected());
        Words.shown(banner, !now.isConnected()).setText(banner(now, vitals.at()));
    }

    private static String word(ConnectionState state) {
        return switch (state) {
            case ConnectionState.Connected _ -> Messages.text("target.connected");
            case ConnectionState.Lost _ -> Messages.text("target.lost");
            case ConnectionState.Ended _ -> Messages.text("target.ended");
        };
    }

    private static String banner(ConnectionState state, Instant now) {
        return switch (state) {
            case ConnectionState.Connected _ -> "";
            case ConnectionState.Lost(Instant since, String why) ->
                    Messages.text(
                            "banner.lost",
                            Formats.duration(
                                    now.isAfter(since)
                                            ? Duration.between(since, now)
                                            : Duration.ZERO),
                            Formats.sentence(why),
                            Formats.clock(since));
            case ConnectionState.Ended(Instant since, String why) ->
                    Messages.text("banner.ended", Formats.clock(since), Formats.sentence(why));
        };
    }
}
