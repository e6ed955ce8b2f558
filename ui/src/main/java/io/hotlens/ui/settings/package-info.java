/// The settings screen. Receives what the user set up; hands on his changes, each checked first.
@NullMarked
package io.hotlens.ui.settings;

import org.jspecify.annotations.NullMarked;
