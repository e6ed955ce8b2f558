/// Tests of reports.
@NullMarked
package io.hotlens.app.report;

import org.jspecify.annotations.NullMarked;
