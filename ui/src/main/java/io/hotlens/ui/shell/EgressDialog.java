package io.hotlens.ui.shell;

import io.hotlens.app.llm.egress.EgressConsent;
import io.hotlens.app.llm.egress.EgressPreview;
import io.hotlens.app.settings.SettingsException;
import io.hotlens.ui.text.Messages;

import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

/// Shows what would leave for a model and asks whether it may.
public final class EgressDialog implements EgressConsent {

    private static final System.Logger LOG = System.getLogger(EgressDialog.class.getName());

    private final Executor screen;
    private final Window owner;
    private final String target;
    private final Runnable forbid;

    /// The buttons.
    private enum Answer {
        ONCE,
        SESSION,
        NOTHING,
        NEVER
    }

    /// @param forbid lets nothing about the target leave any more; it may block, and is called on
    ///   the thread of the run
    public EgressDialog(Executor screen, Window owner, String target, Runnable forbid) {
        this.screen = screen;
        this.owner = owner;
        this.target = target;
        this.forbid = forbid;
    }

    @Override
    public boolean isAskedAboutNamedModels() {
        return true;
    }

    @Override
    public Decision decide(EgressPreview preview) throws InterruptedException {
        return switch (ask(preview)) {
            case ONCE -> Decision.ONCE;
            case SESSION -> Decision.SESSION;
            case NOTHING -> Decision.REFUSE;
            case NEVER -> {
                forbidForGood();
                yield Decision.REFUSE;
            }
        };
    }

    private void forbidForGood() {
        try {
            forbid.run();
        } catch (SettingsException e) {
            LOG.log(System.Logger.Level.WARNING, "the target could not be forbidden for good", e);
        }
    }

    private Answer ask(EgressPreview preview) throws InterruptedException {
        var answer = new CompletableFuture<Answer>();
        var shown = new CompletableFuture<Alert>();
        screen.execute(() -> shown.complete(show(preview, answer)));
        try {
            return answer.get();
        } catch (ExecutionException e) {
            LOG.log(System.Logger.Level.ERROR, "the question could not be asked", e);
            return Answer.NOTHING;
        } finally {
            var _ = shown.thenAcceptAsync(Alert::close, screen);
        }
    }

    private Alert show(EgressPreview preview, CompletableFuture<Answer> answer) {
        var once = new ButtonType(Messages.text("egress.once"), ButtonData.YES);
        var session = new ButtonType(Messages.text("egress.session"), ButtonData.OTHER);
        var nothing = new ButtonType(Messages.text("egress.nothing"), ButtonData.CANCEL_CLOSE);
        var never = new ButtonType(Messages.text("egress.never"), ButtonData.LEFT);
        var alert = new Alert(Alert.AlertType.CONFIRMATION, "", never, once, session, nothing);
        alert.initOwner(owner);
        alert.setResizable(true);
        alert.setTitle(Messages.text("egress.title"));
        alert.setHeaderText(Messages.text("egress.header", preview.model(), target));
        alert.setGraphic(null);
        alert.getDialogPane().setContent(EgressPreviewPane.of(preview));
        alert.getDialogPane()
                .setPrefSize(
                        Math.min(880, owner.getWidth() - 48),
                        Math.min(640, owner.getHeight() - 48));
        alert.setOnHidden(
                _ -> {
                    ButtonType pressed = alert.getResult();
                    answer.complete(
                            pressed == once
                                    ? Answer.ONCE
                                    : pressed == session
                                            ? Answer.SESSION
                                            : pressed == never ? Answer.NEVER : Answer.NOTHING);
                });
        alert.show();
        return alert;
    }
}
