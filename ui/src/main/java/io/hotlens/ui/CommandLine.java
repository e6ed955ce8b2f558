package io.hotlens.ui;

import java.io.PrintStream;
import java.util.List;

/// Hands arguments that are not the window's to the command line.
final class CommandLine {

    private CommandLine() {}

    static int run(List<String> args, PrintStream complaints) {
        complaints.println("hotlens: unknown argument '" + args.getFirst() + "'");
        return 64;
    }
}
