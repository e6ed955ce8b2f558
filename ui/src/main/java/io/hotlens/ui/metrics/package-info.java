/// Any number of a target over time. Receives vitals and answers about MBeans; hands on charts and
/// a board of those that were pinned.
@NullMarked
package io.hotlens.ui.metrics;

import org.jspecify.annotations.NullMarked;
