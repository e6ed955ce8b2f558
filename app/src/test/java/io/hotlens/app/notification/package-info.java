@NullMarked
package io.hotlens.app.notification;

import org.jspecify.annotations.NullMarked;
