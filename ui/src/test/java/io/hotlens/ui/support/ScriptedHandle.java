package io.hotlens.ui.support;

import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.investigation.InvestigationRequest;
import io.hotlens.app.session.Investigations.Handle;
import io.hotlens.app.trace.InvestigationId;

import java.util.Optional;

/// An investigation of a script, whose end is played.
///
/// @param cancelling what happens when it is cancelled
record ScriptedHandle(InvestigationRequest request, Runnable cancelling) implements Handle {

    @Override
    public InvestigationId id() {
        return Samples.RUN;
    }

    @Override
    public void cancel() {
        cancelling.run();
    }

    @Override
    public Investigation await() {
        throw new UnsupportedOperationException("a script has no end to wait for");
    }

    @Override
    public Optional<Investigation> result() {
        return Optional.empty();
    }
}
