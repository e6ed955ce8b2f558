package io.hotlens.app.settings;

import java.io.Serial;
import java.nio.file.Path;

/// The settings file cannot be used; the message says where and why, and what to do.
public final class SettingsException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    SettingsException(Path file, String why, Throwable cause) {
        super(
                "%s cannot be used: %s. Mend it or move it away; nothing was changed in it."
                        .formatted(file, why),
                cause);
    }
}
