package io.hotlens.ui;

import io.hotlens.app.cli.HotlensCommand;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.skills.target.Armour;

import javafx.application.Application;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where Hotlens begins: the window, or with other arguments the command line.
public final class Main {

    private static final int BAD_USAGE = 64;
    private static final int NO_WINDOW = 70;
    private static final String PIPELINE = "prism.order";
    private static final Path DEVICES = Path.of("/dev");

    private Main() {}

    /// Without arguments, or with the window's own, opens the window and returns when it is closed.
    public static void main(String[] args) {
        Armour.install();
        var out = new PrintWriter(System.out, true, System.out.charset());
        var err = new PrintWriter(System.err, true, System.err.charset());
        int status = run(List.of(args), out, err);
        out.flush();
        err.flush();
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(List<String> args, PrintWriter out, PrintWriter err) {
        try {
            Optional<WindowArguments> window = WindowArguments.parse(args);
            if (window.isPresent()) {
                return open(window.get(), err);
            }
        } catch (IllegalArgumentException e) {
            err.println("hotlens: " + e.getMessage());
            return BAD_USAGE;
        }
        return HotlensCommand.run(
                args,
                new SessionFactory(),
                (pid, reason) -> open(new WindowArguments(pid, reason), err),
                out,
                err);
    }

    private static int open(WindowArguments window, PrintWriter err) {
        Optional<String> missing = whyNoWindow(System.getenv());
        if (missing.isPresent()) {
            err.println(missing.get());
            return NO_WINDOW;
        }
        if (System.getProperty(PIPELINE) == null && Display.drawsItself(os(), DEVICES)) {
            System.setProperty(PIPELINE, "sw");
        }
        try {
            Application.launch(HotlensApplication.class, window.words().toArray(String[]::new));
            return 0;
        } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
            err.println(Display.noToolkit(String.valueOf(e.getMessage())));
            return NO_WINDOW;
        }
    }

    static Optional<String> whyNoWindow(Map<String, String> environment) {
        return Display.whyNoWindow(
                environment,
                os(),
                System.getProperty("glass.platform", "").toLowerCase(Locale.ROOT));
    }

    private static String os() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    }
}
