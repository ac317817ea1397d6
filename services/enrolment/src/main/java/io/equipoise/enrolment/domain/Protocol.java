package io.equipoise.enrolment.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a version of a study definition says about consent, screening and enrolment; null is what it leaves open. */
public record Protocol(
        String study,
        int version,
        @Nullable AgeConvention ageConvention,
        @Nullable WashoutBoundary washoutBoundary,
        List<FactDefinition> facts,
        List<Rule> rules,
        List<ConsentVersion> consentVersions,
        List<String> consentScopes,
        @Nullable Integer target,
        List<Stratum> strata,
        Admission admission,
        List<AssessmentDefinition> assessments) {
    public Protocol {
        facts = List.copyOf(facts);
        rules = List.copyOf(rules);
        consentVersions = List.copyOf(consentVersions);
        consentScopes = List.copyOf(consentScopes);
        strata = List.copyOf(strata);
        assessments = List.copyOf(assessments);
    }

    /** The same with other rules. */
    Protocol asking(List<Rule> other) {
        return new Protocol(
                study,
                version,
                ageConvention,
                washoutBoundary,
                facts,
                other,
                consentVersions,
                consentScopes,
                target,
                strata,
                admission,
                assessments);
    }

    public Optional<FactDefinition> fact(String name) {
        return facts.stream().filter(known -> known.fact().equals(name)).findFirst();
    }

    public Optional<AssessmentDefinition> assessment(String name) {
        return assessments.stream()
                .filter(known -> known.assessment().equals(name))
                .findFirst();
    }

    /** The version of the consent document that came into force last by that day. */
    public Optional<ConsentVersion> consentInForce(LocalDate day) {
        return consentVersions.stream()
                .filter(known -> !known.from().isAfter(day))
                .reduce((one, other) -> other.from().isBefore(one.from()) ? one : other);
    }

    public List<String> factNames() {
        return facts.stream().map(FactDefinition::fact).toList();
    }
}
