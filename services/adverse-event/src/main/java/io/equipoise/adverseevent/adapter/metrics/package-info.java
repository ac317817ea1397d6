/** What is counted. */
@NullMarked
package io.equipoise.adverseevent.adapter.metrics;

import org.jspecify.annotations.NullMarked;
