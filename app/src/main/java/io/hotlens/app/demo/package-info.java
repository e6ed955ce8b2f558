/// Demo JVMs for people to practise on. Receives a demo's name; hands on a running process.
@NullMarked
package io.hotlens.app.demo;

import org.jspecify.annotations.NullMarked;
