package io.hotlens.ui.control;

import java.time.Instant;

/// A moment on a chart that leads somewhere, such as that of a notification.
///
/// @param words what happened
/// @param open shows it
public record ChartMark(Instant at, String words, Runnable open) {}
