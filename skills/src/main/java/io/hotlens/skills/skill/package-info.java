/// The contract of a skill. Receives a target's context; hands on snapshots and callback results.
@NullMarked
package io.hotlens.skills.skill;

import org.jspecify.annotations.NullMarked;
