package io.hotlens.skills.target;

import java.time.Duration;
import java.util.List;

/// Objects that were allocated while the target was watched and are still alive, with the path from
/// a root of the collector that keeps them: a sample by the flight recorder. Needs
/// [Capability#EVENT_STREAM].
public interface OldObjects {

    /// One object of the sample.
    ///
    /// @param type its class; arrays as `byte[]`
    /// @param age since it was allocated
    /// @param path what refers to it, the nearest first: `java.util.ArrayList.elementData`,
    ///   `java.lang.Object[][12]`, with the static field or local variable last
    /// @param root what kind of root holds the path; empty when none was found in time
    /// @param allocatedAt frames of the allocation, innermost first
    record OldObject(
            String type, Duration age, List<String> path, String root, List<String> allocatedAt) {
        public OldObject {
            path = List.copyOf(path);
            allocatedAt = List.copyOf(allocatedAt);
        }
    }

    /// Begins to sample; does nothing when it does so already.
    void begin();

    /// Whether it samples now.
    boolean underWay();

    /// Ends the sampling: the target stands still while it looks for the paths, some hundred
    /// milliseconds for a million objects.
    ///
    /// @return the sample; empty when it was not begun
    List<OldObject> end();
}
