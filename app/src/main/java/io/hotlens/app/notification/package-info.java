/// Findings with evidence. Receives what operators report; hands on notifications and their
/// statuses.
@NullMarked
package io.hotlens.app.notification;

import org.jspecify.annotations.NullMarked;
