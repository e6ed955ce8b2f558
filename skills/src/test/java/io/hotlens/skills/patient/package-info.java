/// Child JVMs with one known illness each. Receives a demo and a JDK; hands on a running process.
@NullMarked
package io.hotlens.skills.patient;

import org.jspecify.annotations.NullMarked;
