package io.hotlens.ui;

import io.hotlens.skills.target.JvmAddress;
import io.hotlens.skills.target.JvmAddress.Credentials;
import io.hotlens.skills.target.JvmAddress.JmxUrl;
import io.hotlens.skills.target.TargetInfo;
import io.hotlens.ui.connect.Earlier;
import io.hotlens.ui.metrics.Board;
import io.hotlens.ui.palette.PaletteViewModel;
import io.hotlens.ui.shell.OpenTarget;
import io.hotlens.ui.shell.ShellViewModel;
import io.hotlens.ui.theme.Look;

import javafx.beans.Observable;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/// Keeps what the window remembers as it changes, so that little is lost when it is killed. Belongs
/// to the JavaFX thread.
final class Remembering implements AutoCloseable {

    private final WindowMemoryFile file;
    private final Executor background;
    private final Parts parts;
    private volatile WindowMemory latest;
    private boolean closed;
    private boolean rehearses;

    /// What is remembered.
    record Parts(
            WindowPlace place,
            Look look,
            ShellViewModel shell,
            PaletteViewModel palette,
            Board board) {}

    Remembering(WindowMemoryFile file, Parts parts, Executor background) {
        this.file = file;
        this.parts = parts;
        this.background = background;
        latest = now();
        parts.look().appearance().addListener((_, _, _) -> keep());
        parts.shell().targets().addListener((Observable _) -> keep());
        parts.palette().recent().addListener((Observable _) -> keep());
        parts.board().pins().addListener((_, _, _) -> keep());
    }

    /// Keeps nothing of this window: nobody uses it.
    void rehearse() {
        rehearses = true;
    }

    private void keep() {
        if (!closed && !rehearses) {
            latest = now();
            background.execute(() -> file.save(latest));
        }
    }

    private WindowMemory now() {
        return new WindowMemory(
                parts.place().now(),
                parts.look().appearance().get(),
                parts.shell().targets().stream().flatMap(Remembering::earlier).toList(),
                List.copyOf(parts.palette().recent()),
                parts.board().pins().get());
    }

    private static Stream<Earlier> earlier(OpenTarget target) {
        TargetInfo info = target.model().info();
        return switch (info.address()) {
            case JvmAddress.LocalProcess(long pid) ->
                    Stream.of(new Earlier.Local(pid, info.startedAt(), info.name()));
            case JmxUrl url ->
                    Stream.of(
                            new Earlier.Remote(
                                    typed(url),
                                    url.credentials().map(Credentials::user).orElse(""),
                                    info.name()));
            case JvmAddress.ThisJvm _ -> Stream.empty();
        };
    }

    /// As one types it.
    private static String typed(JmxUrl url) {
        return url.name().equals("jmxrmi")
                ? url.toString()
                : "service:jmx:rmi:///jndi/rmi://" + url;
    }

    /// Keeps what there is before the targets are closed.
    @Override
    public void close() {
        closed = true;
        if (!rehearses) {
            latest = now();
            file.save(latest);
        }
    }
}
