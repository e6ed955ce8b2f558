/// Tests of the connection, against child JVMs, fakes of a peer and texts. Receives nothing; hands
/// on nothing.
@NullMarked
package io.hotlens.skills.target;

import org.jspecify.annotations.NullMarked;
