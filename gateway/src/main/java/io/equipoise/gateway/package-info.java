/** The only door: routes, log-in for people, tokens for programs, limits, one description of all doors. */
@NullMarked
package io.equipoise.gateway;

import org.jspecify.annotations.NullMarked;
