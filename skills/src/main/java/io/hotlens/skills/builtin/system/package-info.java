/// The machine and container below the target. Receives the host's counters; hands on load, memory,
/// disks and limits.
@NullMarked
package io.hotlens.skills.builtin.system;

import org.jspecify.annotations.NullMarked;
