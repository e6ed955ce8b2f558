/// Tests of the package of the same name.
@NullMarked
package io.hotlens.skills.builtin.rules;

import org.jspecify.annotations.NullMarked;
