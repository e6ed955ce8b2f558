/// What was investigated, kept on disk. Receives the events of sessions; hands on earlier
/// investigations.
@NullMarked
package io.hotlens.app.store;

import org.jspecify.annotations.NullMarked;
