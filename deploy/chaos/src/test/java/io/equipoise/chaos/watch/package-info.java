@NullMarked
package io.equipoise.chaos.watch;

import org.jspecify.annotations.NullMarked;
