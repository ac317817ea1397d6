/** The fault driver: breaks the running stack on purpose and says what held. */
@NullMarked
package io.equipoise.chaos;

import org.jspecify.annotations.NullMarked;
