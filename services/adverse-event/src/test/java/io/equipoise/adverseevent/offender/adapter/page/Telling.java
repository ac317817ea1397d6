package io.equipoise.adverseevent.offender.adapter.page;

import io.equipoise.adverseevent.domain.Treatment;

/** A page that knows a treatment: so that the rule against it is seen to bite. */
public record Telling(Treatment treatment) {}
