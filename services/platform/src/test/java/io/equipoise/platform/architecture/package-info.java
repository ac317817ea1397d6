/** The architecture as rules that run, and an offender for each that proves it bites. */
@NullMarked
package io.equipoise.platform.architecture;

import org.jspecify.annotations.NullMarked;
