package io.equipoise.ehr.adapter.fhir;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;

/** What this door can do, as FHIR clients ask for it: take a transaction, and nothing else yet. */
final class Capability {
    private static final Date SINCE =
            Date.from(LocalDate.of(2026, 11, 22).atStartOfDay(ZoneOffset.UTC).toInstant());

    private Capability() {}

    static CapabilityStatement statement() {
        var statement = new CapabilityStatement();
        statement
                .setStatus(PublicationStatus.ACTIVE)
                .setDate(SINCE)
                .setKind(CapabilityStatementKind.INSTANCE)
                .setFhirVersion(FHIRVersion._4_0_1)
                .addFormat("application/fhir+json");
        statement.getSoftware().setName("Equipoise");
        statement
                .getImplementation()
                .setDescription("Takes transaction Bundles of a ResearchSubject, its Patient, Consent, Observations,"
                        + " Conditions and MedicationStatements");
        var rest = statement.addRest().setMode(RestfulCapabilityMode.SERVER);
        rest.addInteraction().setCode(SystemRestfulInteraction.TRANSACTION);
        rest.getSecurity().setDescription("An OAuth 2 bearer token of a site's account");
        return statement;
    }
}
