/** When an officer is called, why, and who that is: rules, rota, ladder and quiet hours as data, without a clock. */
@NullMarked
package io.equipoise.adverseevent.domain.alerting;

import org.jspecify.annotations.NullMarked;
