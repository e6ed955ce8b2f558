package io.hotlens.skills.target;

import java.util.Set;

/// The commands of a target with a door for this package's own use.
interface CommandLine extends DiagnosticCommands {

    /// Runs any command, also those that are refused to others.
    String send(CallKind kind, String command, String... arguments);

    /// The commands of a target that takes none.
    ///
    /// @param why the sentence that says why it takes none
    static CommandLine none(String why) {
        return new CommandLine() {
            @Override
            public Set<String> names() {
                return Set.of();
            }

            @Override
            public String run(String command, String... arguments) {
                throw new TargetException.Unsupported(why);
            }

            @Override
            public String send(CallKind kind, String command, String... arguments) {
                throw new TargetException.Unsupported(why);
            }
        };
    }
}
