package io.hotlens.app.loop;

import java.io.Serial;

/// The model's mistake in one argument.
final class BadToolArgument extends IllegalArgumentException {

    @Serial private static final long serialVersionUID = 1;

    BadToolArgument(String message) {
        super(message);
    }
}
