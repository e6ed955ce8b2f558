/// Tests of the command line.
@NullMarked
package io.hotlens.app.cli;

import org.jspecify.annotations.NullMarked;
