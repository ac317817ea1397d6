/** Use cases, and what they need from others. */
@NullMarked
package io.equipoise.randomization.application;

import org.jspecify.annotations.NullMarked;
