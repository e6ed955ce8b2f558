package io.hotlens.ui.fx;

import javafx.application.Platform;

import java.util.concurrent.Executor;

/// Runs work on the JavaFX thread, in the order given; the only caller of
/// [Platform#runLater(Runnable)].
public final class FxThread implements Executor {

    @Override
    public void execute(Runnable work) {
        Platform.runLater(work);
    }
}
