/// Talk with a model. Receives a transcript and tools; hands on the tool calls that the model
/// chose.
@NullMarked
package io.hotlens.app.llm;

import org.jspecify.annotations.NullMarked;
