@NullMarked
package io.hotlens.app.operator;

import org.jspecify.annotations.NullMarked;
