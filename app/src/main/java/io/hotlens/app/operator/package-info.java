/// One skill investigated. Receives a live skill and a model; hands on operator events and a
/// report.
@NullMarked
package io.hotlens.app.operator;

import org.jspecify.annotations.NullMarked;
