/// Moments in which something took too long. Receives flight recorder events and collections; hands
/// on long stops, pinned and blocked threads, large allocations.
@NullMarked
package io.hotlens.skills.builtin.events;

import org.jspecify.annotations.NullMarked;
