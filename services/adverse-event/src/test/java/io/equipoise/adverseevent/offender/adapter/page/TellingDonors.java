package io.equipoise.adverseevent.offender.adapter.page;

import io.equipoise.adverseevent.domain.ProductOrigin;

/** A page that knows a donor: so that the rule against it is seen to bite. */
public record TellingDonors(ProductOrigin origin) {}
