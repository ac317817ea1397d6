/** A study's events seen together: by grade, by days since a dose, by lot, by person. */
@NullMarked
package io.equipoise.adverseevent.domain.aggregate;

import org.jspecify.annotations.NullMarked;
