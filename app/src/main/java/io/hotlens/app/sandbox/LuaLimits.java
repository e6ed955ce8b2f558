package io.hotlens.app.sandbox;

import java.time.Duration;

/// How far one script may go.
///
/// @param time the script's own time; that of its callbacks, which have deadlines, is not counted
/// @param total from start to end, callbacks and the user's answers included
/// @param instructions of the Lua machine
/// @param allocatedBytes what the script's thread may allocate in all
/// @param stringBytes the longest string; all strings beyond 1 KB together may take 16 times as
///   much
/// @param patternSteps comparisons of all pattern functions together
/// @param calls to callbacks
public record LuaLimits(
        Duration time,
        Duration total,
        long instructions,
        long allocatedBytes,
        int stringBytes,
        long patternSteps,
        int calls) {

    public static final LuaLimits DEFAULT =
            new LuaLimits(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(2),
                    50_000_000,
                    400L << 20,
                    4 << 20,
                    20_000_000,
                    5_000);
}
