/// Logs. Receives the log files that a target has open, or that the user names; hands on records,
/// counts and error shares, redacted.
@NullMarked
package io.hotlens.skills.builtin.logger;

import org.jspecify.annotations.NullMarked;
