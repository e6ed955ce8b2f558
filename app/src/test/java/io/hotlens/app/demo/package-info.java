/// The demo JVMs as a user starts them.
@NullMarked
package io.hotlens.app.demo;

import org.jspecify.annotations.NullMarked;
