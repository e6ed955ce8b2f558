/// Tests of the window: settings.
@NullMarked
package io.hotlens.ui.settings;

import org.jspecify.annotations.NullMarked;
