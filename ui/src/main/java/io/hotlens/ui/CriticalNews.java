package io.hotlens.ui;

import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.notification.Severity;
import io.hotlens.ui.control.Mark;
import io.hotlens.ui.model.FoundItem;
import io.hotlens.ui.shell.OpenTarget;
import io.hotlens.ui.shell.ShellViewModel;
import io.hotlens.ui.shell.Toast;
import io.hotlens.ui.text.Messages;

import javafx.collections.ListChangeListener;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Tells of a critical finding of a target that is not in front, and on the desktop while the
/// window is not. Belongs to the JavaFX thread.
final class CriticalNews {

    private final ShellViewModel shell;
    private final BiConsumer<OpenTarget, FoundItem> open;
    private final BiConsumer<String, String> desktop;

    private CriticalNews(
            ShellViewModel shell,
            BiConsumer<OpenTarget, FoundItem> open,
            BiConsumer<String, String> desktop) {
        this.shell = shell;
        this.open = open;
        this.desktop = desktop;
    }

    /// Follows every target from when it is opened.
    ///
    /// @param open shows a finding
    /// @param desktop takes the title and the text of what is told wherever the user is
    static void follow(
            ShellViewModel shell,
            BiConsumer<OpenTarget, FoundItem> open,
            BiConsumer<String, String> desktop) {
        var news = new CriticalNews(shell, open, desktop);
        shell.targets()
                .addListener(
                        (ListChangeListener<OpenTarget>)
                                change -> {
                                    while (change.next()) {
                                        change.getAddedSubList().forEach(news::follow);
                                    }
                                });
    }

    private void follow(OpenTarget target) {
        target.model()
                .findings()
                .items()
                .addListener(
                        (ListChangeListener<FoundItem>)
                                change -> {
                                    while (change.next()) {
                                        tell(target, change.getAddedSubList());
                                    }
                                });
    }

    private void tell(OpenTarget target, List<? extends FoundItem> added) {
        List<FoundItem> critical =
                added.stream()
                        .<FoundItem>map(item -> item)
                        .filter(item -> item.notification().severity() == Severity.CRITICAL)
                        .filter(item -> item.standing() == NotificationStatus.UNREAD)
                        .toList();
        if (critical.isEmpty()) {
            return;
        }
        FoundItem newest = critical.getFirst();
        String name = target.model().info().name();
        String observation = newest.notification().observation();
        desktop.accept(
                Messages.text("desktop.title", name),
                critical.size() == 1
                        ? observation
                        : Messages.text("desktop.criticals", critical.size(), observation));
        if (isInFront(target)) {
            return;
        }
        shell.toasts()
                .tell(
                        new Toast(
                                "critical " + name,
                                critical.size() == 1
                                        ? Messages.text("toast.critical", name, observation)
                                        : Messages.text("toast.criticals", name, critical.size()),
                                Optional.of(Mark.CRITICAL),
                                new Toast.Action(
                                        Messages.text("toast.show"),
                                        () -> open.accept(target, newest))));
    }

    private boolean isInFront(OpenTarget target) {
        return !shell.settings().get() && shell.selected().get().equals(Optional.of(target));
    }
}
