@NullMarked
package io.equipoise.chaos.agent;

import org.jspecify.annotations.NullMarked;
