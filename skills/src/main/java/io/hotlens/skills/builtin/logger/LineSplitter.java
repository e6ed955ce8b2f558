package io.hotlens.skills.builtin.logger;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Cuts bytes into lines; what stands behind the last line break waits for more. A line beyond 16
/// KB is cut there. Used by one thread.
final class LineSplitter {

    private static final int LONGEST = 16 * 1024;

    private final Consumer<String> lines;
    private final ByteArrayOutputStream open = new ByteArrayOutputStream();
    private boolean skipFirst;

    LineSplitter(Consumer<String> lines) {
        this.lines = lines;
    }

    /// The next bytes begin in the middle of a line, which is left out.
    void beginInsideLine() {
        open.reset();
        skipFirst = true;
    }

    void take(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                end();
            } else if (open.size() < LONGEST) {
                open.write(bytes[i]);
            }
        }
    }

    /// Nothing more comes: the rest is a line too.
    void finish() {
        if (open.size() > 0) {
            end();
        }
    }

    private void end() {
        String line = open.toString(StandardCharsets.UTF_8);
        open.reset();
        if (skipFirst) {
            skipFirst = false;
        } else {
            lines.accept(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
        }
    }
}
