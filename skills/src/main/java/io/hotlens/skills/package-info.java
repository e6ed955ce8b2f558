/// Root of the skills module.
@org.jspecify.annotations.NullMarked
package io.hotlens.skills;
