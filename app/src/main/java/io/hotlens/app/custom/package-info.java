/// Skills that did not ship with Hotlens. Receives folders and Java archives of the user; hands on
/// skills like any other, and for those that are broken the reason.
@NullMarked
package io.hotlens.app.custom;

import org.jspecify.annotations.NullMarked;
