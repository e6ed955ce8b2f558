/// Tests of the package of the same name.
@NullMarked
package io.hotlens.skills.builtin.profiler;

import org.jspecify.annotations.NullMarked;
