@NullMarked
package io.hotlens.app.loop;

import org.jspecify.annotations.NullMarked;
