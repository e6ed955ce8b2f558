package io.hotlens.app.cli;

import java.io.Serial;

/// The command line asks for something that makes no sense; the message is the sentence for the
/// user.
final class UsageException extends IllegalArgumentException {

    @Serial private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
