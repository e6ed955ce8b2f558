/// Tests of the window: shell.
@NullMarked
package io.hotlens.ui.shell;

import org.jspecify.annotations.NullMarked;
