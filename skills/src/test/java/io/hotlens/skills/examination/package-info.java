/// Skills at work, one at a time. Receives a skill and a patient; hands on answers and readings.
@NullMarked
package io.hotlens.skills.examination;

import org.jspecify.annotations.NullMarked;
