/// Statistics that notice when a metric leaves its normal. Receives readings; hands on judgements,
/// anomalies and escalations.
@NullMarked
package io.hotlens.skills.monitor;

import org.jspecify.annotations.NullMarked;
