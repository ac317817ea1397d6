/** CDISC ODM, a form in which studies and their people's facts go out to other houses. */
@NullMarked
package io.equipoise.contracts.odm;

import org.jspecify.annotations.NullMarked;
