/// Servers on the loopback that speak like the providers of models. Receives a script; hands on
/// what was asked.
@NullMarked
package io.hotlens.app.llm.wire;

import org.jspecify.annotations.NullMarked;
