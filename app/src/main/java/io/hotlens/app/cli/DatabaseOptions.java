package io.hotlens.app.cli;

import io.hotlens.skills.skill.DatabaseAccess;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;

/// The way to the target's database, for the callbacks that ask it directly.
final class DatabaseOptions {

    @Option(
            names = "--jdbc-url",
            paramLabel = "URL",
            description =
                    "Also ask the target's PostgreSQL, read-only:"
                            + " jdbc:postgresql://host:port/database")
    @Nullable String url;

    @Option(names = "--jdbc-user", paramLabel = "USER", description = "User for the database.")
    @Nullable String user;

    @Option(
            names = "--jdbc-password-file",
            paramLabel = "FILE",
            description = "File whose first line is the password for the database.")
    @Nullable Path passwordFile;

    /// Empty when no URL was given.
    ///
    /// @throws UsageException when the options contradict each other or the file cannot be read
    Optional<DatabaseAccess> access() {
        String given = url;
        if (given == null) {
            if (user != null || passwordFile != null) {
                throw new UsageException(
                        "--jdbc-user and --jdbc-password-file belong to --jdbc-url");
            }
            return Optional.empty();
        }
        String password = passwordFile == null ? "" : TargetOptions.firstLine(passwordFile);
        try {
            return Optional.of(new DatabaseAccess(given, user == null ? "" : user, password));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
