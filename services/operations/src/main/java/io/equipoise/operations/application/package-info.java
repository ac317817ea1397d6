/** The trial as it was told, and the board made from it. */
@NullMarked
package io.equipoise.operations.application;

import org.jspecify.annotations.NullMarked;
