/// Tests of the window: model.
@NullMarked
package io.hotlens.ui.model;

import org.jspecify.annotations.NullMarked;
