package io.hotlens.ui;

import io.hotlens.ui.fx.Tasks;
import io.hotlens.ui.shell.MainView;
import io.hotlens.ui.shell.OpenTarget;
import io.hotlens.ui.shell.ScreenId;

import javafx.scene.Parent;
import javafx.scene.layout.Pane;

import java.time.InstantSource;

/// Makes the screens of a target.
record TargetScreens(Tasks tasks, InstantSource clock) implements MainView.Screens {

    @Override
    public Parent create(ScreenId screen, OpenTarget target) {
        return new Pane();
    }
}
