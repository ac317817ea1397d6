/** What sites' record systems ask, and what must be known to answer. */
@NullMarked
package io.equipoise.ehr.application;

import org.jspecify.annotations.NullMarked;
