/// The model without a network. Receives a transcript; hands on the next tool call by playbooks and
/// the causal model.
@NullMarked
package io.hotlens.app.rules;

import org.jspecify.annotations.NullMarked;
