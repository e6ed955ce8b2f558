/// The gate of every callback. Receives calls; hands on answers that were paid for, allowed,
/// redacted and bounded.
@NullMarked
package io.hotlens.app.access;

import org.jspecify.annotations.NullMarked;
