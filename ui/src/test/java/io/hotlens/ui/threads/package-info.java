@NullMarked
package io.hotlens.ui.threads;

import org.jspecify.annotations.NullMarked;
