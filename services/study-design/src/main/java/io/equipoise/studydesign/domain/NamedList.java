package io.equipoise.studydesign.domain;

import java.util.List;

/** A list of a definition whose items have names, so that one of them can be spoken of without repeating the others. */
record NamedList(String path, String name) {
    static final List<NamedList> ALL = List.of(
            new NamedList("/design/arms", "arm"),
            new NamedList("/eligibility/facts", "fact"),
            new NamedList("/eligibility/rules", "rule"),
            new NamedList("/dosing/courses", "course"),
            new NamedList("/products", "product"),
            new NamedList("/questions", "question"),
            new NamedList("/design/strata/value", "stratum"),
            new NamedList("/design/periods/value", "period"),
            new NamedList("/design/cohorts/value", "cohort"),
            new NamedList("/visits/value", "visit"),
            new NamedList("/assessments/value", "assessment"),
            new NamedList("/imaging/scans/value", "scan"),
            new NamedList("/outcomes/value", "outcome"),
            new NamedList("/companions/value", "companion"),
            new NamedList("/consent/versions/value", "version"),
            new NamedList("/consent/scopes/value", "scope"));
}
