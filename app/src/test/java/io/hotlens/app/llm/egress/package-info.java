@NullMarked
package io.hotlens.app.llm.egress;

import org.jspecify.annotations.NullMarked;
