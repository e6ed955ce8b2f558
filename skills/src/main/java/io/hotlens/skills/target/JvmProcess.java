package io.hotlens.skills.target;

import java.time.Instant;

/// A JVM found on this host.
///
/// @param mainClass fully qualified main class, or the jar's path; empty when unknown
/// @param name what people call it: main class without package, or the jar's file name
/// @param arguments the program's arguments, untrusted text
/// @param version such as `25.0.3`; empty when unknown
/// @param container id or name of its container; empty for none
/// @param attachable empty when it can be attached to, else the sentence that says why not
/// @param self whether it is the JVM that Hotlens runs in
public record JvmProcess(
        long pid,
        String mainClass,
        String name,
        String arguments,
        String version,
        String user,
        Instant startedAt,
        String container,
        String attachable,
        boolean self) {}
