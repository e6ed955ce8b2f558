package io.hotlens.ui.shell;

import io.hotlens.app.access.Consent;
import io.hotlens.app.access.Consent.Decision;
import io.hotlens.app.access.Consent.Question;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

/// Asks whether a costly call may be made.
public final class ConsentDialog implements Consent.Asker {

    private static final System.Logger LOG = System.getLogger(ConsentDialog.class.getName());

    private final Executor screen;
    private final Window owner;
    private final String target;

    public ConsentDialog(Executor screen, Window owner, String target) {
        this.screen = screen;
        this.owner = owner;
        this.target = target;
    }

    @Override
    public Decision ask(Question question) throws InterruptedException {
        var answer = new CompletableFuture<Decision>();
        var shown = new CompletableFuture<Alert>();
        screen.execute(() -> shown.complete(show(question, answer)));
        try {
            return answer.get();
        } catch (ExecutionException e) {
            LOG.log(System.Logger.Level.ERROR, "the question could not be asked", e);
            return Decision.REFUSE;
        } finally {
            var _ = shown.thenAcceptAsync(Alert::close, screen);
        }
    }

    private Alert show(Question question, CompletableFuture<Decision> answer) {
        var once = new ButtonType(Messages.text("consent.once"), ButtonData.YES);
        var always = new ButtonType(Messages.text("consent.always"), ButtonData.OTHER);
        var refuse = new ButtonType(Messages.text("consent.refuse"), ButtonData.CANCEL_CLOSE);
        var alert = new Alert(Alert.AlertType.CONFIRMATION, "", once, always, refuse);
        alert.initOwner(owner);
        alert.setTitle(Messages.text("consent.title"));
        alert.setHeaderText(Messages.text("consent.header", question.callback(), target));
        alert.getDialogPane()
                .setContent(
                        new VBox(
                                8,
                                Words.wrapped(
                                        Messages.text(
                                                "consent.cost",
                                                Formats.duration(question.cost().pause()),
                                                question.cost().reason())),
                                Words.wrapped(Messages.text("consent.else"), "muted")));
        alert.setOnHidden(
                _ -> {
                    ButtonType pressed = alert.getResult();
                    answer.complete(
                            pressed == once
                                    ? Decision.ONCE
                                    : pressed == always ? Decision.ALWAYS : Decision.REFUSE);
                });
        alert.show();
        return alert;
    }
}
