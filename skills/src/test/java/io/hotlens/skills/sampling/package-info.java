/// Tests of the package of the same name.
@NullMarked
package io.hotlens.skills.sampling;

import org.jspecify.annotations.NullMarked;
