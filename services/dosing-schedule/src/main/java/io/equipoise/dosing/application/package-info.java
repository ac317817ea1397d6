/** What the doors and the listeners ask of a calendar, and what others' facts it needs for that. */
@NullMarked
package io.equipoise.dosing.application;

import org.jspecify.annotations.NullMarked;
