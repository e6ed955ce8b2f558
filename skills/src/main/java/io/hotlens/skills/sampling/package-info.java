/// History in the background, so that no callback sleeps. Receives a connection; hands on series,
/// event rings and thread history.
@NullMarked
package io.hotlens.skills.sampling;

import org.jspecify.annotations.NullMarked;
