package io.hotlens.skills.target;

import java.time.Instant;
import java.util.OptionalLong;

/// What is known of a target from the moment of connecting; another start time is another target.
///
/// @param name main class without its package, or the jar's file name
/// @param pid empty when a remote target does not tell it
/// @param feature the JDK's feature release: 17, 25
/// @param sameHost whether the process runs on this machine, so that its files and `/proc` entry
///   can be read
/// @param user the operating system's user, empty when unknown
public record TargetInfo(
        JvmAddress address,
        String name,
        OptionalLong pid,
        String host,
        String user,
        String jvmName,
        String vendor,
        String version,
        int feature,
        Instant startedAt,
        int processors,
        String os,
        boolean sameHost) {}
