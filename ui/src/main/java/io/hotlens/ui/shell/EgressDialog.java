package io.hotlens.ui.shell;

import io.hotlens.app.llm.egress.EgressConsent;
import io.hotlens.app.llm.egress.EgressPreview;
import io.hotlens.app.settings.SettingsException;
import io.hotlens.ui.text.Messages;

import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.stage.Window;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

/// Shows what would leave for a model and asks whether it may. No button is pressed by an Enter
/// that was meant for the window.
public final class EgressDialog implements EgressConsent {

    private static final System.Logger LOG = System.getLogger(EgressDialog.class.getName());

    private static final double WIDTH = 880;
    private static final double HEIGHT = 640;
    private static final double SMALLEST = 400;
    private static final double MARGIN = 48;

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
        var once = new ButtonType(Messages.text("egress.once"), ButtonData.OTHER);
        var session = new ButtonType(Messages.text("egress.session"), ButtonData.OTHER);
        var nothing = new ButtonType(Messages.text("egress.nothing"), ButtonData.CANCEL_CLOSE);
        var never = new ButtonType(Messages.text("egress.never"), ButtonData.LEFT);
        var alert = new Alert(Alert.AlertType.CONFIRMATION, "", never, once, session, nothing);
        alert.initOwner(owner);
        alert.setResizable(true);
        alert.setTitle(Messages.text("egress.title"));
        alert.setHeaderText(Messages.text("egress.header", preview.model(), target));
        alert.setGraphic(null);
        DialogPane pane = alert.getDialogPane();
        pane.setContent(EgressPreviewPane.of(preview));
        size(pane);
        pane.getButtonTypes().forEach(type -> whole(pane.lookupButton(type)));
        alert.setOnShown(_ -> pane.lookupButton(nothing).requestFocus());
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

    private void size(DialogPane pane) {
        double width = Math.min(WIDTH, owner.getWidth() - MARGIN);
        double height = Math.min(HEIGHT, owner.getHeight() - MARGIN);
        pane.setMinSize(width, Math.min(SMALLEST, height));
        pane.setPrefSize(width, height);
        pane.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    }

    /// Shows all of a button's text.
    private static void whole(Node node) {
        ButtonBar.setButtonUniformSize(node, false);
        if (node instanceof Button button) {
            button.setMinWidth(Button.USE_PREF_SIZE);
        }
    }
}
