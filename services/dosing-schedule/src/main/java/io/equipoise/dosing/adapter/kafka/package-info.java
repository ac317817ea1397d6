/** What is told to others, and what follows from what others tell. */
@NullMarked
package io.equipoise.dosing.adapter.kafka;

import org.jspecify.annotations.NullMarked;
