/// The only place that touches a JVM. Receives a [io.hotlens.skills.target.JvmAddress]; hands on
/// connections, values, events and thread dumps.
@NullMarked
package io.hotlens.skills.target;

import org.jspecify.annotations.NullMarked;
