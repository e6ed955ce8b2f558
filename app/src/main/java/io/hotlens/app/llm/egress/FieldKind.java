package io.hotlens.app.llm.egress;

import java.util.Locale;

/// What the name of a field says about the texts below it.
enum FieldKind {
    /// Nothing: the shape of the text decides.
    PROSE(),
    /// What the user says.
    OWN("reason", "question"),
    LOG("message", "messages", "more", "line", "text", "log", "body", "payload"),
    SQL("query", "sql", "statement", "statements"),
    PATH(
            "path",
            "paths",
            "file",
            "filename",
            "mount",
            "directory",
            "dir",
            "folder",
            "cwd",
            "group"),
    HOST(
            "host",
            "hosts",
            "hostname",
            "server",
            "party",
            "peer",
            "address",
            "url",
            "uri",
            "endpoint",
            "remote"),
    USER("user", "username", "login", "principal", "account"),
    /// A list of options of a command line, or the whole line.
    OPTIONS("arguments", "argument", "args", "options", "commandline", "cmdline", "command"),
    /// Values of system properties and of the environment, by name.
    PROPERTY("properties", "property", "environment", "env", "systemproperties"),
    MBEAN("value", "values"),
    HEAP("contents", "content", "heapstring", "heapstrings");

    private static final int LONGEST = 60;

    private final String names;

    FieldKind(String... names) {
        this.names = " " + String.join(" ", names) + " ";
    }

    /// @param name as in `command_line`, `commandLine` or `waiting_query`: the whole name or its
    ///   last word
    static FieldKind of(String name) {
        if (name.length() > LONGEST) {
            return PROSE;
        }
        String whole = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        String last =
                name.replaceAll("^.*?([a-z0-9]+|[A-Z][a-z0-9]*+)$", "$1").toLowerCase(Locale.ROOT);
        FieldKind kind = named(whole);
        return kind == PROSE ? named(last) : kind;
    }

    private static FieldKind named(String word) {
        for (FieldKind kind : values()) {
            if (kind.names.contains(" " + word + " ")) {
                return kind;
            }
        }
        return PROSE;
    }
}
