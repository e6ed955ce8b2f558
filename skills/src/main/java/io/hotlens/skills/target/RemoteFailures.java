package io.hotlens.skills.target;

/// Says what went wrong with a JMX connection, and what to do about it.
final class RemoteFailures {

    private RemoteFailures() {}

    /// The cause in a few words, for a state that changes by itself.
    static String shortly(Throwable failure) {
        return JmxFailures.root(failure);
    }
}
