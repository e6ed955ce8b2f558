/// Receives tables and events as a target tells them; asserts what the ports skill makes of them.
@NullMarked
package io.hotlens.skills.builtin.ports;

import org.jspecify.annotations.NullMarked;
