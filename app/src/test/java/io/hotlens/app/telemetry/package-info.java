/// Tests of what Hotlens tells of itself.
@NullMarked
package io.hotlens.app.telemetry;

import org.jspecify.annotations.NullMarked;
