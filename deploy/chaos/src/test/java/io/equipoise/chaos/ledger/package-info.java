@NullMarked
package io.equipoise.chaos.ledger;

import org.jspecify.annotations.NullMarked;
