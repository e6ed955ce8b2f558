/// Programs with one illness each that show only with real libraries. Receives the JDBC URL of a
/// database by a system property; hands on a sick or healthy process.
@NullMarked
package io.hotlens.skills.patient.server;

import org.jspecify.annotations.NullMarked;
