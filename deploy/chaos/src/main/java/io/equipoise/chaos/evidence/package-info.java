/** What is stored, told and shown, read without the product's code. */
@NullMarked
package io.equipoise.chaos.evidence;

import org.jspecify.annotations.NullMarked;
