/// JDK Mission Control's automated analysis. Receives the recorded events of the last minutes;
/// hands on what its rules say of them.
@NullMarked
package io.hotlens.skills.builtin.rules;

import org.jspecify.annotations.NullMarked;
