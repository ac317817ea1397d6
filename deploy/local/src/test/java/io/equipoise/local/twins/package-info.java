@NullMarked
package io.equipoise.local.twins;

import org.jspecify.annotations.NullMarked;
