/// The platform that the window tests run on.
@NullMarked
package com.sun.glass.ui.unseen;

import org.jspecify.annotations.NullMarked;
