package io.hotlens.skills.skill;

import java.io.Serial;

/// The caller's mistake; the message says what is wrong, with the value, and what would be right.
public final class BadArguments extends IllegalArgumentException {

    @Serial private static final long serialVersionUID = 1;

    public BadArguments(String message) {
        super(message);
    }
}
