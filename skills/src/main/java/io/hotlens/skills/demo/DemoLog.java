package io.hotlens.skills.demo;

import java.io.IOException;
import java.util.logging.FileHandler;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// Log files of demos: two of at most 4 MB each in the folder for temporary files, written over by
/// the next run.
final class DemoLog {

    private static final int MOST_BYTES = 4 << 20;

    private DemoLog() {}

    /// A logger that writes to its own file only.
    static Logger named(String name) throws IOException {
        Logger logger = Logger.getLogger(name);
        FileHandler file =
                new FileHandler("%t/hotlens-demo-" + name + ".%u.%g.log", MOST_BYTES, 2, false);
        file.setFormatter(new SimpleFormatter());
        logger.addHandler(file);
        logger.setUseParentHandlers(false);
        return logger;
    }
}
