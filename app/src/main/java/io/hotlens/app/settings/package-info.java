/// Where what the user chose lies. Receives the environment; hands on folders.
@NullMarked
package io.hotlens.app.settings;

import org.jspecify.annotations.NullMarked;
