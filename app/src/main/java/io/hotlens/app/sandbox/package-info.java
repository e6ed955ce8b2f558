/// Lua, and the only place that sees its engine. Receives a script and a bridge to callbacks; hands
/// on its outcome.
@NullMarked
package io.hotlens.app.sandbox;

import org.jspecify.annotations.NullMarked;
