/// The screen of everything that happens on a target. Receives events in words; hands on nothing.
@NullMarked
package io.hotlens.ui.timeline;

import org.jspecify.annotations.NullMarked;
