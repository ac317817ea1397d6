/** Doors for people who must not learn the arm: no answer here can carry one. */
@NullMarked
package io.equipoise.randomization.adapter.rest;

import org.jspecify.annotations.NullMarked;
