package io.equipoise.studydesign.domain;

import io.equipoise.studydesign.domain.DesignFact.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** What may be asked of a study. Every command says when it was told, so that no day in the future slips in. */
public sealed interface StudyCommand {
    String study();

    Instant toldAt();

    /** Keep this definition as the newest version. */
    record Define(String study, Map<String, Object> definition, Instant toldAt) implements StudyCommand {}

    /** Keep this definition unless the study has one: what a table prints does not replace what people wrote. */
    record Import(String study, Map<String, Object> definition, Instant toldAt) implements StudyCommand {}

    /** Keep the newest version with these changes (RFC 7396) as the next. Null takes a field out. */
    record Patch(String study, Map<String, Object> patch, Instant toldAt) implements StudyCommand {}

    record Activate(String study, LocalDate activatedOn, Scope scope, Instant toldAt) implements StudyCommand {}

    record ChangeStatus(String study, Status status, LocalDate asOf, String reason, Instant toldAt)
            implements StudyCommand {}

    /** Let one site work by a version from a day on, as its ethics committee approved it. */
    record ActivateAtSite(String study, String site, int version, LocalDate activatedOn, Instant toldAt)
            implements StudyCommand {}

    record OpenSite(String study, Site site, Instant toldAt) implements StudyCommand {}
}
