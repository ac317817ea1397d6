/** Doors: who asks, in which words a refusal goes out. */
@NullMarked
package io.equipoise.platform.web;

import org.jspecify.annotations.NullMarked;
