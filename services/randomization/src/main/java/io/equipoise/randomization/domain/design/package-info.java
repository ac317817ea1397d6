/** How an arm is chosen for the next person: exact chances from what was given before. Pure, and knows no names. */
@NullMarked
package io.equipoise.randomization.domain.design;

import org.jspecify.annotations.NullMarked;
