/// Numbers with units and pure arithmetic over them. Receives raw numbers; hands on readings,
/// series and slopes.
@NullMarked
package io.hotlens.skills.metric;

import org.jspecify.annotations.NullMarked;
