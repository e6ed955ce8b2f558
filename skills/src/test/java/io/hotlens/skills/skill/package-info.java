/// Tests of the package of the same name.
@NullMarked
package io.hotlens.skills.skill;

import org.jspecify.annotations.NullMarked;
