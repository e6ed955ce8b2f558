package io.hotlens.app.sandbox;

import java.io.Serial;

/// A script hit a limit or was cancelled. An error, because `pcall` lets only errors pass.
final class ScriptStopped extends Error {

    @Serial private static final long serialVersionUID = 1;

    ScriptStopped(String message) {
        super(message, null, false, false);
    }
}
