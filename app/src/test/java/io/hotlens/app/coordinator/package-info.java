@NullMarked
package io.hotlens.app.coordinator;

import org.jspecify.annotations.NullMarked;
