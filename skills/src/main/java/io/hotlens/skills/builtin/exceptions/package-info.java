/// Exceptions and errors. Receives throwables as they are created; hands on rates, types and where
/// they are thrown.
@NullMarked
package io.hotlens.skills.builtin.exceptions;

import org.jspecify.annotations.NullMarked;
