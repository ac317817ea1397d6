@NullMarked
package io.equipoise.chaos.check;

import org.jspecify.annotations.NullMarked;
