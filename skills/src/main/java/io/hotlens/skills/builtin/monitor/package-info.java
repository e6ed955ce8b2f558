/// The skill that shows what the monitor has learned and what left its normal.
@NullMarked
package io.hotlens.skills.builtin.monitor;

import org.jspecify.annotations.NullMarked;
