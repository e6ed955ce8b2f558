package io.hotlens.ui.error;

import io.hotlens.app.settings.SettingsException;
import io.hotlens.app.store.StoreException;
import io.hotlens.skills.target.TargetException;
import io.hotlens.ui.text.Messages;

/// What went wrong, as the user reads it.
///
/// @param sentence what happened and what to do
/// @param details for a report; folded on the screen, may be empty
public record Problem(String sentence, String details) {

    private static final System.Logger LOG = System.getLogger(Problem.class.getName());

    /// The sentence of a target, the settings or the history as it is; anything else is our fault,
    /// is logged, and carries a code by which equal faults can be recognised.
    public static Problem of(Exception cause) {
        if (cause instanceof TargetException
                || cause instanceof SettingsException
                || cause instanceof StoreException) {
            return new Problem(String.valueOf(cause.getMessage()), "");
        }
        String code = Fault.code(cause);
        LOG.log(System.Logger.Level.ERROR, () -> "fault " + code, cause);
        return new Problem(Messages.text("error.ours", code), Fault.trace(cause));
    }
}
