/// Any MBean of the target, for reading. Receives names and patterns; hands on attributes, secrets
/// masked.
@NullMarked
package io.hotlens.skills.builtin.mbeans;

import org.jspecify.annotations.NullMarked;
