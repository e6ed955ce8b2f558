package io.hotlens.app.model;

import java.time.Duration;
import java.util.Optional;

/// One cheap round trip with a model, to see what works.
///
/// @param model `provider:model`
/// @param answered whether the key, the model and the way to it are right
/// @param callsTools whether it called the tool that it was offered
/// @param latency of the answer, or until there was none
/// @param price what it costs, when that is known
/// @param problem one sentence; empty when everything works
public record ModelCheck(
        String model,
        boolean answered,
        boolean callsTools,
        Duration latency,
        Optional<Price> price,
        String problem) {

    /// Whether an investigation can be done with it.
    public boolean works() {
        return answered && callsTools;
    }
}
