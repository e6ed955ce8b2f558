/// Tests of the package of the same name.
@NullMarked
package io.hotlens.skills.builtin.system;

import org.jspecify.annotations.NullMarked;
