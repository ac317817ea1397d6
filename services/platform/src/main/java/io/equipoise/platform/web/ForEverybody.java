package io.equipoise.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A door for everybody who has a role in the house, blinded or not: nothing behind it may show an arm. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Allowed({
    Role.SITE_COORDINATOR,
    Role.INVESTIGATOR,
    Role.PHARMACIST,
    Role.IMAGING_READER,
    Role.SAFETY_OFFICER,
    Role.MONITOR,
    Role.STATISTICIAN,
    Role.DATA_SAFETY_BOARD,
    Role.OPERATIONS,
    Role.ADMINISTRATOR
})
public @interface ForEverybody {}
