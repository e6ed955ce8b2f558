/// What the threads of a target do: equal stacks, locks, processor time, virtual threads and flame
/// graphs. Receives answers of callbacks, the same that the console gets; hands out the name of a
/// thread to look for.
@NullMarked
package io.hotlens.ui.threads;

import org.jspecify.annotations.NullMarked;
