package io.hotlens.ui;

import io.hotlens.ui.Screenshots.Step;
import io.hotlens.ui.support.SmallPng;

import javafx.animation.PauseTransition;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Duration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/// Takes one picture after the other, each when what was prepared has settled.
final class Shots {

    private static final Duration SETTLE = Duration.millis(700);

    private final Scene scene;
    private final Path folder;
    private final Deque<Step> steps;
    private final Runnable done;

    /// @param done called after the last one
    Shots(Scene scene, Path folder, Collection<Step> steps, Runnable done) {
        this.scene = scene;
        this.folder = folder;
        this.steps = new ArrayDeque<>(steps);
        this.done = done;
    }

    void take() {
        Step step = steps.poll();
        if (step == null) {
            done.run();
            return;
        }
        step.prepare().run();
        var settle = new PauseTransition(SETTLE);
        settle.setOnFinished(
                _ -> {
                    save(front(), folder.resolve(step.name()));
                    take();
                });
        settle.play();
    }

    /// The dialog or menu that is open, else the window.
    private Scene front() {
        return Window.getWindows().stream()
                .map(Window::getScene)
                .filter(open -> !scene.equals(open))
                .findFirst()
                .orElse(scene);
    }

    private static void save(Scene scene, Path file) {
        try {
            SmallPng.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
