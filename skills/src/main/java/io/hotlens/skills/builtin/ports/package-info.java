/// Files, sockets and slow input and output. Receives `/proc`, MBeans and flight recorder events;
/// hands on descriptors by kind, sockets by state, and what waits for them.
@NullMarked
package io.hotlens.skills.builtin.ports;

import org.jspecify.annotations.NullMarked;
