/// Identity and ends of runs. Receives nothing; hands on ids, outcomes and usage to every package
/// above.
@NullMarked
package io.hotlens.app.trace;

import org.jspecify.annotations.NullMarked;
