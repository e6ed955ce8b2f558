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

/// Tells of a critical finding of a target that is not in front. Belongs to the JavaFX thread.
final class CriticalNews {

    private final ShellViewModel shell;
    private final BiConsumer<OpenTarget, FoundItem> open;

    private CriticalNews(ShellViewModel shell, BiConsumer<OpenTarget, FoundItem> open) {
        this.shell = shell;
        this.open = open;
    }

    /// Follows every target from when it is opened.
    ///
    /// @param open shows a finding
    static void follow(ShellViewModel shell, BiConsumer<OpenTarget, FoundItem> open) {
        var news = new CriticalNews(shell, open);
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
        if (critical.isEmpty() || isInFront(target)) {
            return;
        }
        FoundItem newest = critical.getFirst();
        String name = target.model().info().name();
        shell.toasts()
                .tell(
                        new Toast(
                                "critical " + name,
                                critical.size() == 1
                                        ? Messages.text(
                                                "toast.critical",
                                                name,
                                                newest.notification().observation())
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
