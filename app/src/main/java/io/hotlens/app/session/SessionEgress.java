package io.hotlens.app.session;

import io.hotlens.app.llm.egress.EgressConsent;
import io.hotlens.app.llm.egress.EgressLog;
import io.hotlens.app.llm.egress.EgressPolicy;
import io.hotlens.app.llm.egress.EgressPreview;
import io.hotlens.app.settings.TargetKey;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// What leaves for models about the target of one session: by which policy, who is asked, and what
/// left. Safe from any thread.
public final class SessionEgress {

    private final TargetKey target;
    private final Policies policies;
    private final List<Consumer<EgressLog.Entry>> listeners = new CopyOnWriteArrayList<>();
    private final EgressLog log =
            new EgressLog(entry -> listeners.forEach(listener -> listener.accept(entry)));
    private volatile EgressConsent asker = EgressConsent.NOBODY;

    /// Where policies are kept.
    public interface Policies {

        /// Nothing may leave while the settings cannot be understood.
        EgressPolicy of(TargetKey target);

        /// Gives a target a policy of its own, or takes it away.
        ///
        /// @throws io.hotlens.app.settings.SettingsException when it cannot be kept
        void keep(TargetKey target, Optional<EgressPolicy> own);
    }

    public SessionEgress(TargetKey target, Policies policies) {
        this.target = target;
        this.policies = policies;
    }

    /// By what the target has a policy of its own in the settings.
    public TargetKey target() {
        return target;
    }

    /// What may leave at this moment. Reads a file.
    public EgressPolicy policy() {
        return policies.of(target);
    }

    /// Lets nothing about this target leave any more, in later sessions too. Writes a file.
    ///
    /// @throws io.hotlens.app.settings.SettingsException when it cannot be kept
    public void forbid() {
        policies.keep(
                target, Optional.of(new EgressPolicy(EgressPolicy.Mode.NEVER, policy().allowed())));
    }

    /// Who is asked from now on; until then every question is answered with a refusal.
    public void askWith(EgressConsent newAsker) {
        asker = newAsker;
    }

    /// What left in this session.
    public EgressLog log() {
        return log;
    }

    /// Tells of each request just before it leaves, on the thread of its run.
    ///
    /// @return ends it
    public Runnable follow(Consumer<EgressLog.Entry> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Asks whoever is asked at the time of the question.
    public EgressConsent consent() {
        return new EgressConsent() {
            @Override
            public Decision decide(EgressPreview preview) throws InterruptedException {
                return asker.decide(preview);
            }

            @Override
            public boolean isAskedAboutNamedModels() {
                return asker.isAskedAboutNamedModels();
            }
        };
    }
}
