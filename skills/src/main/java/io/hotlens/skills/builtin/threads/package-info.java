/// Who waits for whom. Receives thread counters and dumps; hands on deadlocks, blockers and hidden
/// hangs.
@NullMarked
package io.hotlens.skills.builtin.threads;

import org.jspecify.annotations.NullMarked;
