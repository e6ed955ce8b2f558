package io.hotlens.app.settings;

import io.hotlens.skills.target.JvmAddress;
import io.hotlens.skills.target.TargetInfo;

/// By what a target is known again after a restart: the main class or jar of a process on this
/// host, the address of a remote one. Two programs of the same name share it.
public record TargetKey(String value) {

    public TargetKey {
        if (value.isBlank()) {
            throw new IllegalArgumentException("the name of a target cannot be empty");
        }
    }

    public static TargetKey of(TargetInfo target) {
        return switch (target.address()) {
            case JvmAddress.JmxUrl url -> new TargetKey(url.toString());
            case JvmAddress.LocalProcess _, JvmAddress.ThisJvm _ ->
                    new TargetKey(
                            target.name().isBlank()
                                    ? target.address().toString()
                                    : target.name().strip());
        };
    }

    @Override
    public String toString() {
        return value;
    }
}
