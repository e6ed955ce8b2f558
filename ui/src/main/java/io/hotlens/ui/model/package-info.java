/// What is known of an open target. Receives events; hands on observable state to the screens.
@NullMarked
package io.hotlens.ui.model;

import org.jspecify.annotations.NullMarked;
