/// The virtual machine as a whole: memory areas, CPU, threads, tables. Receives platform MXBeans;
/// hands on its live skill.
@NullMarked
package io.hotlens.skills.builtin.jvm;

import org.jspecify.annotations.NullMarked;
