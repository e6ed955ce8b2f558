/// Small programs with one known illness each, and healthy ones. Receives nothing; hands on JVMs to
/// practise and to test on. They run on JDK 17 and later, so their sources keep to Java 17.
@NullMarked
package io.hotlens.skills.demo;

import org.jspecify.annotations.NullMarked;
