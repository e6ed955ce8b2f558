/// Tests of the tracer: its limits as a pure state machine, and traces in live targets.
@NullMarked
package io.hotlens.skills.builtin.tracer;

import org.jspecify.annotations.NullMarked;
