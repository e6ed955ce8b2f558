package io.hotlens.ui.connect;

import java.util.List;

/// Starts sick JVMs of ours to try Hotlens on; [#start(String)] blocks.
public interface DemoStarter {

    /// A demo as the user chooses it.
    record Choice(String name, String meaning) {
        @Override
        public String toString() {
            return name + ": " + meaning;
        }
    }

    List<Choice> choices();

    /// Starts a demo that ends with the window at the latest.
    ///
    /// @return its process id
    long start(String name);
}
