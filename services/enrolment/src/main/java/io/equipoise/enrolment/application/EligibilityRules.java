package io.equipoise.enrolment.application;

import io.equipoise.enrolment.domain.Criterion;
import io.equipoise.enrolment.domain.Fact;
import io.equipoise.enrolment.domain.Protocol;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Answers a definition's rules from facts. A fact that is not there is never read as a yes or as a no. */
public interface EligibilityRules {

    /** Rules that cannot be understood, and why; empty where all is well. Understanding them prepares their use. */
    Map<String, String> problems(Protocol protocol);

    List<Criterion> assess(Protocol protocol, LocalDate screenedOn, Map<String, Fact> latest);
}
