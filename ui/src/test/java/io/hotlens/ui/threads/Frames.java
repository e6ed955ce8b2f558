package io.hotlens.ui.threads;

import io.hotlens.ui.threads.FlameTree.Frame;

import java.util.stream.Stream;

/// Looks through a tree of frames.
final class Frames {

    private Frames() {}

    /// Every frame below and with `root`, callers before callees.
    static Stream<Frame> below(Frame root) {
        return Stream.concat(Stream.of(root), root.callees().stream().flatMap(Frames::below));
    }
}
