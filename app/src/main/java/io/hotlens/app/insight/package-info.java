/// A claim checked before it becomes an insight. Receives drafts; hands on insights or the reasons
/// against them.
@NullMarked
package io.hotlens.app.insight;

import org.jspecify.annotations.NullMarked;
