package io.hotlens.ui.shell;

import io.hotlens.ui.text.Messages;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// What can be taken back, the newest first. Each is offered in a toast too. Belongs to the JavaFX
/// thread.
public final class Undo {

    private static final int MOST = 50;

    private final Toasts toasts;
    private final Deque<Step> steps = new ArrayDeque<>();

    private record Step(Toast toast, Runnable back) {}

    Undo(Toasts toasts) {
        this.toasts = toasts;
    }

    /// Tells what was done and offers to take it back.
    ///
    /// @param done in words
    /// @param back takes it back
    public void did(String done, Runnable back) {
        var toast =
                new Toast(
                        "undo",
                        done,
                        Optional.empty(),
                        new Toast.Action(Messages.text("undo.button"), () -> take(back)));
        steps.push(new Step(toast, back));
        if (steps.size() > MOST) {
            steps.removeLast();
        }
        toasts.tell(toast);
    }

    /// Takes back what was done last and has not been taken back; does nothing when there is none.
    public void last() {
        Step step = steps.peek();
        if (step != null) {
            take(step.back());
        }
    }

    private void take(Runnable back) {
        steps.stream()
                .filter(step -> step.back().equals(back))
                .findFirst()
                .ifPresent(
                        step -> {
                            steps.remove(step);
                            toasts.dismiss(step.toast());
                            back.run();
                        });
    }
}
