package io.equipoise.studydesign.adapter.usdm;

import io.equipoise.studydesign.domain.Definition;
import io.equipoise.studydesign.domain.OpenValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A kept version of a definition as a file of USDM 4.0; what USDM has no place for goes along as extensions. */
record UsdmExport(Definition definition, int version) {

    Map<String, Object> file() {
        var study = new LinkedHashMap<String, Object>();
        study.put("id", null);
        study.put("name", definition.study());
        Shapes.nothing(study, "description", "label");
        study.put("versions", List.of(studyVersion()));
        Shapes.none(study, "documentedBy");
        study.put("instanceType", "Study");
        var file = new LinkedHashMap<String, Object>();
        file.put("study", study);
        file.put("usdmVersion", "4.0.0");
        file.put("systemName", "Equipoise");
        file.put("systemVersion", "2");
        return file;
    }

    private Map<String, Object> studyVersion() {
        var shapes = new Shapes();
        var said = shapes.of("StudyVersion");
        said.put("versionIdentifier", String.valueOf(version));
        said.put("rationale", text("/purpose").orElse("not stated"));
        Shapes.none(said, "documentVersionIds", "dateValues", "amendments", "businessTherapeuticAreas");
        identity(said, shapes);
        Shapes.none(said, "referenceIdentifiers");
        var interventions = InterventionShapes.of(definition, shapes);
        var criteria = CriterionShapes.of(definition, shapes);
        said.put("studyDesigns", List.of(new DesignShape(definition, shapes, interventions, criteria).design()));
        said.put("eligibilityCriterionItems", criteria.items());
        said.put("studyInterventions", interventions.all());
        Shapes.none(said, "narrativeContentItems", "abbreviations", "administrableProducts", "medicalDevices");
        Shapes.none(said, "productOrganizationRoles", "biomedicalConcepts", "bcCategories", "bcSurrogates");
        Shapes.none(said, "dictionaries", "conditions", "notes");
        said.put("extensionAttributes", new Extensions(definition, shapes).all());
        return said;
    }

    private void identity(Map<String, Object> said, Shapes shapes) {
        var registered = definition.study().matches("NCT[0-9]{8}");
        var keeper = organization(
                shapes,
                registered ? "ClinicalTrials.gov" : "Study name",
                registered ? Coded.known("C93453", "Study Registry") : Coded.own("NAMED_HERE", "Named here"));
        var organizations = new ArrayList<>(List.of(keeper));
        var roles = new ArrayList<Map<String, Object>>();
        text("/sponsor").ifPresent(name -> {
            var sponsor = organization(shapes, name, Coded.known("C70793", "Clinical Study Sponsor"));
            organizations.add(sponsor);
            roles.add(sponsorRole(shapes, Shapes.id(sponsor)));
        });
        var names = new ArrayList<String>();
        names.add(definition.study());
        if (definition.at("/aliases") instanceof List<?> aliases) {
            aliases.forEach(alias -> names.add(String.valueOf(alias)));
        }
        said.put(
                "studyIdentifiers",
                names.stream()
                        .map(name -> {
                            var identifier = shapes.of("StudyIdentifier");
                            identifier.put("text", name);
                            identifier.put("scopeId", Shapes.id(organizations.getLast()));
                            return identifier;
                        })
                        .toList());
        var title = shapes.of("StudyTitle");
        title.put("text", definition.title());
        title.put("type", shapes.code(Coded.known("C99905x2", "Official Study Title")));
        said.put("titles", List.of(title));
        said.put("roles", roles);
        said.put("organizations", organizations);
    }

    private static Map<String, Object> organization(Shapes shapes, String name, Coded type) {
        var organization = shapes.of("Organization");
        organization.put("name", name);
        organization.put("label", name);
        organization.put("type", shapes.code(type));
        organization.put("identifierScheme", "name");
        organization.put("identifier", name);
        organization.put("legalAddress", null);
        Shapes.none(organization, "managedSites");
        return organization;
    }

    private static Map<String, Object> sponsorRole(Shapes shapes, String sponsor) {
        var role = shapes.named("StudyRole", "SPONSOR", "Sponsor");
        role.put("code", shapes.code(Coded.known("C70793", "Sponsor")));
        Shapes.none(role, "appliesToIds", "assignedPersons", "notes");
        role.put("organizationIds", List.of(sponsor));
        role.put("masking", null);
        return role;
    }

    private java.util.Optional<String> text(String pointer) {
        return definition.known(pointer).map(OpenValue::value).map(String::valueOf);
    }
}
