@NullMarked
package io.hotlens.app.rules;

import org.jspecify.annotations.NullMarked;
