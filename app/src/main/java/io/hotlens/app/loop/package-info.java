/// Ask, decode, apply, record until finished. Receives a role and a model; hands on how the run
/// ended.
@NullMarked
package io.hotlens.app.loop;

import org.jspecify.annotations.NullMarked;
