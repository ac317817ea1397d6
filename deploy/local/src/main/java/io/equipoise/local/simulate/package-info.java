/** Any study of the library, run through the public doors with invented people. */
@NullMarked
package io.equipoise.local.simulate;

import org.jspecify.annotations.NullMarked;
