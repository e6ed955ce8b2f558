/// Tests of the package of the same name.
@NullMarked
package io.hotlens.skills.data;

import org.jspecify.annotations.NullMarked;
