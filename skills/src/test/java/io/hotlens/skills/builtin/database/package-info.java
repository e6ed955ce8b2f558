/// Tests of the package of the same name.
@NullMarked
package io.hotlens.skills.builtin.database;

import org.jspecify.annotations.NullMarked;
