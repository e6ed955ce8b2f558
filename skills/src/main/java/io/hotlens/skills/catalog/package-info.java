/// Every skill there is. Receives built-in skills; hands on those usable on a connection, and why
/// others are not.
@NullMarked
package io.hotlens.skills.catalog;

import org.jspecify.annotations.NullMarked;
