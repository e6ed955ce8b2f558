@NullMarked
package io.hotlens.app.sandbox;

import org.jspecify.annotations.NullMarked;
