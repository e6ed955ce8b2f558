package io.hotlens.app.cli;

import io.hotlens.app.sandbox.LuaOutcome;
import io.hotlens.skills.data.Data;

/// How a script ended, on the terminal.
final class LuaResult {

    private LuaResult() {}

    static int print(LuaOutcome outcome, Terminal terminal) {
        outcome.printed().forEach(terminal::line);
        outcome.findings().forEach(terminal::pretty);
        return switch (outcome) {
            case LuaOutcome.Value value -> {
                if (!(value.result() instanceof Data.Nothing)) {
                    terminal.pretty(value.result());
                }
                yield ExitStatus.NOTHING_WRONG;
            }
            case LuaOutcome.Failure failure -> {
                terminal.progress(
                        failure.line() > 0
                                ? "line %d: %s".formatted(failure.line(), failure.message())
                                : failure.message());
                yield ExitStatus.USAGE;
            }
        };
    }
}
