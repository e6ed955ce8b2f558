/// The whole record of a run. Receives events; hands on investigations and their timelines.
@NullMarked
package io.hotlens.app.investigation;

import org.jspecify.annotations.NullMarked;
