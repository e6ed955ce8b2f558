package io.hotlens.skills.sampling;

/// A pool at one look; a number is NaN where the library does not tell it.
///
/// @param name the name that people know it by, untrusted text
/// @param active connections or workers in use
/// @param max the most there may be
/// @param waiting threads that wait for a connection, tasks that wait for a worker, messages behind
public record Pool(
        String name, PoolKind kind, double active, double idle, double max, double waiting) {

    /// Whether everything it has is in use.
    public boolean full() {
        return max > 0 && active >= max;
    }

    /// Whether somebody waits, and nothing is left to give.
    public boolean saturated() {
        return waiting > 0 && (full() || Double.isNaN(max));
    }
}
