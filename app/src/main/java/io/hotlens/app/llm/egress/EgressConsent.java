package io.hotlens.app.llm.egress;

/// Asks the user whether a request may leave. It is asked one question at a time, and interrupted
/// when the run is cancelled.
@FunctionalInterface
public interface EgressConsent {

    Decision decide(EgressPreview preview) throws InterruptedException;

    /// Whether it is asked also about a model that the user named for a run. Where nobody watches,
    /// naming one is the consent.
    default boolean isAskedAboutNamedModels() {
        return false;
    }

    /// The user's answer.
    enum Decision {
        /// This request only.
        ONCE,
        /// This and all later ones of the session, as long as the policy stays as it is.
        SESSION,
        /// Neither this one nor those that wait for an answer at the same time.
        REFUSE
    }

    /// Who refuses everything, for runs that nobody watches.
    EgressConsent NOBODY = _ -> Decision.REFUSE;
}
