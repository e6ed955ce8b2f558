@NullMarked
package io.hotlens.app.insight;

import org.jspecify.annotations.NullMarked;
