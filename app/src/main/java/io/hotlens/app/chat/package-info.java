/// Questions about an investigation after its end. Receives its record and a question; hands on an
/// answer that cites the record, for which operators may look again.
@NullMarked
package io.hotlens.app.chat;

import org.jspecify.annotations.NullMarked;
