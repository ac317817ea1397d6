/** Where what was told is kept, and how it is read again. */
@NullMarked
package io.equipoise.operations.adapter.mongo;

import org.jspecify.annotations.NullMarked;
