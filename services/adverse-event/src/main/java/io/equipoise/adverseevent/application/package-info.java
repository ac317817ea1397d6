/** Use cases: report, amend, alert, deliver, acknowledge, escalate. */
@NullMarked
package io.equipoise.adverseevent.application;

import org.jspecify.annotations.NullMarked;
