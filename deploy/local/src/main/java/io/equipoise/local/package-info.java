/** The stack on one machine: where it is and how it starts. */
@NullMarked
package io.equipoise.local;

import org.jspecify.annotations.NullMarked;
