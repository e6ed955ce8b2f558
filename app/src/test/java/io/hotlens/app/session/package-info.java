@NullMarked
package io.hotlens.app.session;

import org.jspecify.annotations.NullMarked;
