/// What cannot keep up. Receives pools by their MBeans and thread dumps; hands on queues, saturated
/// pools, who waits for whom, and where it leads.
@NullMarked
package io.hotlens.skills.builtin.overload;

import org.jspecify.annotations.NullMarked;
