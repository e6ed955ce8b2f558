package io.hotlens.app.store;

import java.io.Serial;
import java.nio.file.Path;

/// The history cannot be used; the message says which file, why, and what to do.
public final class StoreException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    StoreException(Path file, String why, Throwable cause) {
        super("The history %s cannot be used: %s.".formatted(file, why), cause);
    }

    StoreException(Path file, String why) {
        super("The history %s cannot be used: %s.".formatted(file, why));
    }
}
