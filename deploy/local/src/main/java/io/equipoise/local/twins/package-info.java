/** Two runs with the arms swapped, compared in everything that blinded people can see. */
@NullMarked
package io.equipoise.local.twins;

import org.jspecify.annotations.NullMarked;
