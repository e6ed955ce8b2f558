/// The screen that finds a JVM. Receives the local JVMs and what is typed; hands on addresses.
@NullMarked
package io.hotlens.ui.connect;

import org.jspecify.annotations.NullMarked;
