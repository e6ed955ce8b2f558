/// Tests of the package of the same name.
@NullMarked
package io.hotlens.skills.builtin.classes;

import org.jspecify.annotations.NullMarked;
