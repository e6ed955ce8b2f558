/// Garbage collection. Receives collections as they end; hands on rates, pauses and the live set.
@NullMarked
package io.hotlens.skills.builtin.gc;

import org.jspecify.annotations.NullMarked;
