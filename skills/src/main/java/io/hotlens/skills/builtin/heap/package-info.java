/// What fills the heap. Receives class histograms; hands on classes and their growth.
@NullMarked
package io.hotlens.skills.builtin.heap;

import org.jspecify.annotations.NullMarked;
