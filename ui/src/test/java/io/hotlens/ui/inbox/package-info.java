/// Tests of the window: inbox.
@NullMarked
package io.hotlens.ui.inbox;

import org.jspecify.annotations.NullMarked;
