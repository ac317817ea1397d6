/** Ways to break things. */
@NullMarked
package io.equipoise.chaos.fault;

import org.jspecify.annotations.NullMarked;
