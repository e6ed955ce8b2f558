/// The window. Receives the command line; hands on screens over the engine of module app.
@NullMarked
package io.hotlens.ui;

import org.jspecify.annotations.NullMarked;
