@NullMarked
package io.hotlens.app.access;

import org.jspecify.annotations.NullMarked;
