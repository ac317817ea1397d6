package io.equipoise.adverseevent.domain;

/** What an authority's system answers to a report (ICH E2B(R3) acknowledgement: all taken, taken with errors, refused). */
public enum Receipt {
    ACCEPTED,
    ACCEPTED_WITH_ERRORS,
    REJECTED
}
