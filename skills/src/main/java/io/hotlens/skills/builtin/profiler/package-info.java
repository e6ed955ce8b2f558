/// Where CPU time and allocation go, by samples taken on demand. Receives flight recorder samples;
/// hands on hot methods, threads, allocation sites and folded stacks.
@NullMarked
package io.hotlens.skills.builtin.profiler;

import org.jspecify.annotations.NullMarked;
