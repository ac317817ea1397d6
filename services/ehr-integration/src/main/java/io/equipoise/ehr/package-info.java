/** The room where sites' record systems come in; the only one that knows who a person is. */
@NullMarked
package io.equipoise.ehr;

import org.jspecify.annotations.NullMarked;
