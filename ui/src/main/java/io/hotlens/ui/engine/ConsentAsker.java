package io.hotlens.ui.engine;

import io.hotlens.skills.skill.Cost;

/// Asks the user whether a costly call may be made; blocks until there is an answer.
@FunctionalInterface
public interface ConsentAsker {

    /// @param callback the call as it would be made
    /// @throws InterruptedException when the waiting thread is interrupted
    boolean allow(String callback, Cost cost) throws InterruptedException;
}
