package io.equipoise.operations.adapter.rest;

import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A door for whoever runs the trial from day to day, and may not know an arm. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Allowed({
    Role.OPERATIONS,
    Role.MONITOR,
    Role.ADMINISTRATOR,
    Role.SAFETY_OFFICER,
    Role.SITE_COORDINATOR,
    Role.INVESTIGATOR
})
@interface BlindedStaff {}
