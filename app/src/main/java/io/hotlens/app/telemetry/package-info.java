/// What Hotlens did, for others to read. Receives the events of a session; hands on flat telemetry
/// events to files, flight recordings and collectors of OpenTelemetry.
@NullMarked
package io.hotlens.app.telemetry;

import org.jspecify.annotations.NullMarked;
