/// The composition root without a window. Receives an address; hands on a connected, investigable
/// target.
@NullMarked
package io.hotlens.app.session;

import org.jspecify.annotations.NullMarked;
