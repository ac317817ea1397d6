@NullMarked
package io.equipoise.operations;

import org.jspecify.annotations.NullMarked;
