package io.hotlens.skills.demo;

import java.util.List;

/// A program with one known illness, or a healthy one: what to start and what must be found.
public interface Illness {

    /// The name on the command line and in test reports.
    String title();

    /// The class to start.
    Class<?> main();

    /// The anomaly type of its root cause, `healthy` when there is none.
    String type();

    /// JVM options it needs.
    List<String> options();

    /// The first JDK on which the program runs and is what it claims to be.
    default int since() {
        return 17;
    }

    default boolean healthy() {
        return type().equals("healthy");
    }
}
