package io.hotlens.app.llm.egress;

/// A kind of content that does not leave for a provider by itself. What belongs to none of these
/// always goes: numbers, names of classes, methods and threads, states and other words of the JVM.
public enum DataClass {
    /// Log records and messages of exceptions.
    LOG_TEXT(true),
    /// Statements of a database.
    SQL(true),
    /// Names of files and folders.
    PATHS(true),
    /// Host names, addresses and URLs.
    HOSTS(true),
    /// Names of accounts.
    USERS(true),
    /// Values of system properties, environment variables and command-line options.
    PROPERTIES(true),
    /// Texts among the values of MBeans.
    MBEAN_VALUES(true),
    /// Contents of objects in the heap.
    HEAP_STRINGS(true),
    /// E-mail addresses and opaque tokens, such as session ids; they leave as stand-ins only.
    IDENTIFIERS(false),
    /// Passwords, tokens and keys; they never leave.
    SECRETS(false);

    private final boolean canBeAllowed;

    DataClass(boolean canBeAllowed) {
        this.canBeAllowed = canBeAllowed;
    }

    /// Whether the user may let it leave.
    public boolean canBeAllowed() {
        return canBeAllowed;
    }
}
