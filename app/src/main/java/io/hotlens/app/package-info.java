/// Root of the app module.
@org.jspecify.annotations.NullMarked
package io.hotlens.app;
