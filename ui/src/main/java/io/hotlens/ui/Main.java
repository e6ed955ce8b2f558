package io.hotlens.ui;

import io.hotlens.skills.target.Armour;

import javafx.application.Application;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where Hotlens begins: the window, or with other arguments the command line.
public final class Main {

    private static final int BAD_USAGE = 64;
    private static final int NO_WINDOW = 70;

    private Main() {}

    /// Without arguments, or with the window's own, opens the window and returns when it is closed.
    public static void main(String[] args) {
        Armour.install();
        int status = run(List.of(args), System.getenv(), System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(List<String> args, Map<String, String> environment, PrintStream complaints) {
        Optional<WindowArguments> window;
        try {
            window = WindowArguments.parse(args);
        } catch (IllegalArgumentException e) {
            complaints.println("hotlens: " + e.getMessage());
            return BAD_USAGE;
        }
        if (window.isEmpty()) {
            return CommandLine.run(args, complaints);
        }
        Optional<String> missing = Display.whyNoWindow(environment, osName(), platform());
        if (missing.isPresent()) {
            complaints.println(missing.get());
            return NO_WINDOW;
        }
        try {
            Application.launch(HotlensApplication.class, args.toArray(String[]::new));
            return 0;
        } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
            complaints.println(Display.noToolkit(String.valueOf(e.getMessage())));
            return NO_WINDOW;
        }
    }

    private static String osName() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    }

    private static String platform() {
        return System.getProperty("glass.platform", "").toLowerCase(Locale.ROOT);
    }
}
