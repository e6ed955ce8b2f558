/// Investigations for reading elsewhere. Receives one that was kept; hands on redacted text.
@NullMarked
package io.hotlens.app.report;

import org.jspecify.annotations.NullMarked;
