@NullMarked
package io.equipoise.chaos.figure;

import org.jspecify.annotations.NullMarked;
