/** The demonstration: a whole trial, through the public doors only, by the people who would use them. */
@NullMarked
package io.equipoise.local.demo;

import org.jspecify.annotations.NullMarked;
