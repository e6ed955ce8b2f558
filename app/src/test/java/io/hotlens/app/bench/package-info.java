/// Benchmarks: each prints a ratio against a peer or a limit measured in the same run.
@NullMarked
package io.hotlens.app.bench;

import org.jspecify.annotations.NullMarked;
