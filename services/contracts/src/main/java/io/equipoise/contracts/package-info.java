/** Words that every service shares: identifiers, and the published language's schemas and golden examples. */
@NullMarked
package io.equipoise.contracts;

import org.jspecify.annotations.NullMarked;
