/// Root of the ui module.
@org.jspecify.annotations.NullMarked
package io.hotlens.ui;
