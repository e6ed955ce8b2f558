/// Tests of the package of the same name.
@NullMarked
package io.hotlens.skills.builtin.gc;

import org.jspecify.annotations.NullMarked;
