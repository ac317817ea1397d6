/** The allocation of one study: its list, who took which place, its kits and its code breaks. Plain Java. */
@NullMarked
package io.equipoise.randomization.domain;

import org.jspecify.annotations.NullMarked;
