package io.equipoise.adverseevent.domain;

/** Where on the body a local event is, when it is where something was put in; absent for an event of the whole body. */
public enum EventPlace {
    INFUSION_SITE,
    INJECTION_SITE,
    PUNCTURE_SITE,
    APPLICATION_SITE
}
