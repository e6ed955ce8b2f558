package io.hotlens.app.insight;

import java.util.List;

/// One anomaly type of the causal model.
///
/// @param title in words, such as "Heap leak"
/// @param entailed whether observing it proves it, because the JVM itself says so
/// @param symptom whether it is an effect, so that alone it is not a root cause
/// @param leadsTo what it can bring about
/// @param recommendation what to do
/// @param verifyWith Lua that shows whether it helped
public record Cause(
        String type,
        String title,
        boolean entailed,
        boolean symptom,
        List<Edge> leadsTo,
        String recommendation,
        String verifyWith) {

    public Cause {
        leadsTo = List.copyOf(leadsTo);
    }

    /// @param when what must hold between a notification of the cause and one of the effect
    /// @param why how the one brings about the other, in words
    public record Edge(String to, Join when, String why) {}

    /// How the two must fit together.
    public enum Join {
        /// Same target, close in time.
        SAME_TARGET,
        /// Besides, the same subject, where both name one.
        SAME_SUBJECT,
        /// Besides, the cause is not known to have begun later.
        BEFORE
    }
}
