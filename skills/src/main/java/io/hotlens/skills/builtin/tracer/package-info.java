/// Tracing of one method at a time. Receives a method's name and flight recorder events; hands on
/// calls with their duration and callers, and ends by itself.
@NullMarked
package io.hotlens.skills.builtin.tracer;

import org.jspecify.annotations.NullMarked;
