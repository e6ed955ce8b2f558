/// Tests of the package of the same name.
@NullMarked
package io.hotlens.skills.catalog;

import org.jspecify.annotations.NullMarked;
