/// Tests of the talk with models.
@NullMarked
package io.hotlens.app.llm;

import org.jspecify.annotations.NullMarked;
