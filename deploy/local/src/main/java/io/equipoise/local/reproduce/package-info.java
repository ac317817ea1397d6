/** Every allocation of a study recomputed from its seed, by code that shares nothing with the service that made it. */
@NullMarked
package io.equipoise.local.reproduce;

import org.jspecify.annotations.NullMarked;
