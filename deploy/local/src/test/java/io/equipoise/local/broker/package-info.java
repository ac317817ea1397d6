@NullMarked
package io.equipoise.local.broker;

import org.jspecify.annotations.NullMarked;
