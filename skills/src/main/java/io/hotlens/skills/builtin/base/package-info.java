/// Time, target and history: callbacks that every operator has. Receives a context; hands on its
/// live skill.
@NullMarked
package io.hotlens.skills.builtin.base;

import org.jspecify.annotations.NullMarked;
