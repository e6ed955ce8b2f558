/// Tests of the history.
@NullMarked
package io.hotlens.app.store;

import org.jspecify.annotations.NullMarked;
