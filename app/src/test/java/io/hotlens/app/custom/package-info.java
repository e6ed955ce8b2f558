/// Tests of the package of the same name.
@NullMarked
package io.hotlens.app.custom;

import org.jspecify.annotations.NullMarked;
