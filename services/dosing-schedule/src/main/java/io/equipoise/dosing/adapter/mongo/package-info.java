/** Read models in the service's own database. */
@NullMarked
package io.equipoise.dosing.adapter.mongo;

import org.jspecify.annotations.NullMarked;
