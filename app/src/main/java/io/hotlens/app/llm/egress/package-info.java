/// The one way to a provider. Receives what a loop wants to ask; hands on what may leave, and turns
/// the answer's stand-ins back.
@NullMarked
package io.hotlens.app.llm.egress;

import org.jspecify.annotations.NullMarked;
