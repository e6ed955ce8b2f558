/// End to end: patients investigated over real connections by the rules model.
@NullMarked
package io.hotlens.app.patient;

import org.jspecify.annotations.NullMarked;
