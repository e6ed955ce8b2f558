package io.hotlens.ui.engine;

import io.hotlens.skills.target.JvmAddress;
import io.hotlens.skills.target.JvmProcess;

import java.util.List;

/// Finds and opens targets, as the window needs it. Calls block: never from the JavaFX thread.
public interface Engine {

    /// The JVMs of this host that can be seen, ours included.
    List<JvmProcess> localJvms();

    /// Connects.
    ///
    /// @throws io.hotlens.skills.target.TargetException when it cannot be reached
    /// @throws InterruptedException when the waiting thread is interrupted
    LiveTarget open(JvmAddress address) throws InterruptedException;

    /// Why the address cannot be reached and what to do about it.
    ///
    /// @throws InterruptedException when the waiting thread is interrupted
    Diagnosis diagnose(JvmAddress address) throws InterruptedException;

    /// A cause with its fix, one sentence each.
    ///
    /// @param fix empty when there is none
    record Diagnosis(String sentence, String fix) {}
}
