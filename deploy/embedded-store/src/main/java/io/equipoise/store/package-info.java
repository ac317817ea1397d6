/** A store on one file that speaks the Mongo wire protocol, for one machine: what it acknowledges survives kill -9. */
@NullMarked
package io.equipoise.store;

import org.jspecify.annotations.NullMarked;
