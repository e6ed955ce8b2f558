/// Memory outside the Java heap. Receives `/proc`, buffer pools and native memory tracking; hands
/// on what is resident, by whom, and what nobody accounts for.
@NullMarked
package io.hotlens.skills.builtin.nativememory;

import org.jspecify.annotations.NullMarked;
