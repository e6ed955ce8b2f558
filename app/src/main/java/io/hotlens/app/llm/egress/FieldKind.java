package io.hotlens.app.llm.egress;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

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
    private static final Pattern NO_PART = Pattern.compile("[^a-z0-9]");
    private static final Pattern BEFORE_LAST = Pattern.compile("^.*?([a-z0-9]+|[A-Z][a-z0-9]*+)$");
    private static final int MOST_KNOWN = 2000;
    private static final Map<String, FieldKind> KNOWN = new ConcurrentHashMap<>();

    private final String names;

    FieldKind(String... names) {
        this.names = " " + String.join(" ", names) + " ";
    }

    /// @param name as in `command_line`, `commandLine` or `waiting_query`: the whole name or its
    ///   last word
    static FieldKind of(String name) {
        FieldKind known = KNOWN.get(name);
        if (known != null) {
            return known;
        }
        FieldKind kind = read(name);
        if (name.length() <= LONGEST && KNOWN.size() < MOST_KNOWN) {
            KNOWN.put(name, kind);
        }
        return kind;
    }

    private static FieldKind read(String name) {
        if (name.length() > LONGEST) {
            return PROSE;
        }
        String whole = NO_PART.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
        String last = BEFORE_LAST.matcher(name).replaceAll("$1").toLowerCase(Locale.ROOT);
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
