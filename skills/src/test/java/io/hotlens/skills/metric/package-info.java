/// Tests of the package of the same name.
@NullMarked
package io.hotlens.skills.metric;

import org.jspecify.annotations.NullMarked;
