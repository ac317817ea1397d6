/** What the client did and was answered, in the client's own book. */
@NullMarked
package io.equipoise.chaos.ledger;

import org.jspecify.annotations.NullMarked;
