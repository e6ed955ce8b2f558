/// Tests of the package of the same name.
@NullMarked
package io.hotlens.app.settings;

import org.jspecify.annotations.NullMarked;
