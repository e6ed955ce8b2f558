/// What all built-in skills share. Receives a connection; hands on numbers in the units of the
/// catalog.
@NullMarked
package io.hotlens.skills.builtin;

import org.jspecify.annotations.NullMarked;
