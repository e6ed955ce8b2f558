/// The JSON-shaped value that travels from the target to Lua, models and screens. Receives nothing;
/// hands on [io.hotlens.skills.data.Data].
@NullMarked
package io.hotlens.skills.data;

import org.jspecify.annotations.NullMarked;
