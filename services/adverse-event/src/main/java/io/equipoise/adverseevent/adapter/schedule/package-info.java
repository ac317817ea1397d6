/** What is looked after without being asked. */
@NullMarked
package io.equipoise.adverseevent.adapter.schedule;

import org.jspecify.annotations.NullMarked;
