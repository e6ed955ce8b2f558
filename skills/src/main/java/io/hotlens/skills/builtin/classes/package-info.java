/// Classes and their loaders. Receives counters and what diagnostic commands print; hands on
/// loaders by type, those that should be dead, and classes that exist more than once.
@NullMarked
package io.hotlens.skills.builtin.classes;

import org.jspecify.annotations.NullMarked;
