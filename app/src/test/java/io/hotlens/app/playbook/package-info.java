/// The built-in playbooks, run against answers written by hand.
@NullMarked
package io.hotlens.app.playbook;

import org.jspecify.annotations.NullMarked;
