/// The same engine without a window. Receives command lines; hands on text, JSON and an exit
/// status.
@NullMarked
package io.hotlens.app.cli;

import org.jspecify.annotations.NullMarked;
