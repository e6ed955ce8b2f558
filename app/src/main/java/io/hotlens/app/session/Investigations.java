package io.hotlens.app.session;

import io.hotlens.app.chat.Chat;
import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.investigation.InvestigationRequest;
import io.hotlens.app.trace.InvestigationId;

import java.util.List;
import java.util.Optional;

/// The investigations of one session; several may run at once.
public interface Investigations {

    /// Starts one and returns at once.
    Handle start(InvestigationRequest request);

    /// Those that have ended, newest first.
    List<Investigation> past();

    /// Those under way, oldest first.
    List<Handle> running();

    /// The questions about an investigation that has ended; the same each time.
    ///
    /// @throws IllegalArgumentException when none of that id is among [#past()]
    Chat chat(InvestigationId id);

    /// One investigation under way or ended.
    interface Handle {

        InvestigationId id();

        InvestigationRequest request();

        /// Stops it with everything it started; its result says cancelled and holds what was found.
        /// Returns at once.
        void cancel();

        /// Waits for the end.
        ///
        /// @throws InterruptedException when the waiting thread is interrupted; the investigation
        ///   goes on
        Investigation await() throws InterruptedException;

        /// The result, once it has ended.
        Optional<Investigation> result();
    }
}
