/// Which models there are, how they are reached, which one a run asks for and what it may cost:
/// descriptions only. Receives the user's choice; hands on records.
@NullMarked
package io.hotlens.app.model;

import org.jspecify.annotations.NullMarked;
