package io.hotlens.skills.target;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What a connection can do, and why it cannot do the rest.
///
/// @param missing the reason for each capability that is absent, as a sentence
public record Capabilities(Map<Capability, String> missing) {

    public Capabilities {
        var copy = new EnumMap<Capability, String>(Capability.class);
        copy.putAll(missing);
        missing = Collections.unmodifiableMap(copy);
    }

    public boolean has(Capability capability) {
        return !missing.containsKey(capability);
    }

    /// Why the capability is absent; empty when it is there.
    public Optional<String> whyMissing(Capability capability) {
        return Optional.ofNullable(missing.get(capability));
    }

    /// @throws TargetException.Unsupported with the reason when the capability is absent
    public void require(Capability capability) {
        whyMissing(capability)
                .ifPresent(
                        why -> {
                            throw new TargetException.Unsupported(why);
                        });
    }
}
