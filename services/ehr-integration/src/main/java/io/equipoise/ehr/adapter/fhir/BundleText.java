package io.equipoise.ehr.adapter.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.PerformanceOptionsEnum;
import ca.uhn.fhir.parser.DataFormatException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a Bundle strictly: R4 and nothing else, every element known, no field twice, no number that no record holds.
 * Every problem is found and named by its place, not only the first.
 */
final class BundleText {
    static final FhirContext R4 = r4();

    private static final Pattern PROFILE_OF_A_VERSION =
            Pattern.compile("http://hl7\\.org/fhir/(?!4\\.0)([0-9]+\\.[0-9]+|STU3|DSTU2|R4B|R5|R6)/.*");
    private static final int MOST_DIGITS = 40;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final List<Issue> issues = new ArrayList<>();

    private static FhirContext r4() {
        var context = FhirContext.forR4();
        context.setPerformanceOptions(PerformanceOptionsEnum.DEFERRED_MODEL_SCANNING);
        return context;
    }

    /** A Bundle whose entries are all read. @throws Wrong naming every place that is not as it must be */
    static Bundle read(byte[] body) {
        var reader = new BundleText();
        var root = tree(body);
        var bundle = reader.bundle(root);
        if (!reader.issues.isEmpty()) {
            throw new Wrong(422, reader.issues);
        }
        return bundle;
    }

    private static ObjectNode tree(byte[] body) {
        try {
            if (JSON.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException broken) {
            var at = broken.getLocation();
            var line = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
            throw new Wrong(400, "JSON_MALFORMED", "Bundle", "The body is not well-formed JSON" + line + ".");
        }
        throw new Wrong(400, "JSON_MALFORMED", "Bundle", "The body is not a JSON object.");
    }

    private Bundle bundle(ObjectNode root) {
        if (!root.path("resourceType").asString("").equals("Bundle")) {
            throw new Wrong(422, "NOT_A_TRANSACTION", "Bundle.resourceType", "A transaction Bundle is expected here.");
        }
        hugeNumbers("Bundle", root);
        if (!issues.isEmpty()) {
            throw new Wrong(422, issues);
        }
        var resources = new ArrayList<Resource>();
        var entries = root.path("entry");
        for (int n = 0; n < entries.size(); n++) {
            var at = "Bundle.entry[" + n + "]";
            if (entries.get(n) instanceof ObjectNode entry && entry.get("resource") instanceof ObjectNode resource) {
                entry.remove("resource");
                parse(at + ".resource", resource, resources);
            } else {
                issues.add(new Issue("ELEMENT_MISSING", at + ".resource", "An entry holds a resource."));
            }
        }
        var whole = new ArrayList<Resource>();
        parse("Bundle", root, whole);
        if (!issues.isEmpty() || !(whole.getFirst() instanceof Bundle bundle)) {
            return new Bundle();
        }
        for (int n = 0; n < resources.size(); n++) {
            bundle.getEntry().get(n).setResource(resources.get(n));
        }
        shape(bundle);
        return bundle;
    }

    private void shape(Bundle bundle) {
        if (bundle.getType() != Bundle.BundleType.TRANSACTION) {
            issues.add(new Issue("NOT_A_TRANSACTION", "Bundle.type", "The type of the Bundle must be transaction."));
        }
        for (int n = 0; n < bundle.getEntry().size(); n++) {
            var request = bundle.getEntry().get(n).getRequest();
            var at = "Bundle.entry[" + n + "].request";
            if (request.getMethod() != Bundle.HTTPVerb.POST && request.getMethod() != Bundle.HTTPVerb.PUT) {
                issues.add(new Issue("ELEMENT_MISSING", at + ".method", "A request here is a POST or a PUT."));
            }
            for (var profile : bundle.getEntry().get(n).getResource().getMeta().getProfile()) {
                if (PROFILE_OF_A_VERSION.matcher(String.valueOf(profile.getValue())).matches()) {
                    issues.add(new Issue(
                            "FHIR_VERSION",
                            "Bundle.entry[" + n + "].resource.meta.profile",
                            "The profile is of another version of FHIR than R4."));
                }
            }
        }
    }

    private void parse(String at, ObjectNode resource, List<Resource> into) {
        var parser = R4.newJsonParser();
        parser.setParserErrorHandler(new Complaints(at, issues));
        try {
            IBaseResource read = parser.parseResource(resource.toString());
            if (read instanceof Resource known) {
                into.add(known);
            }
        } catch (DataFormatException unreadable) {
            var type = resource.path("resourceType").asString("");
            issues.add(
                    R4.getResourceTypes().contains(type)
                            ? new Issue("ELEMENT_MALFORMED", at, "This is not a " + type + " as FHIR R4 has it.")
                            : new Issue("FHIR_VERSION", at + ".resourceType", "FHIR R4 has no such resource."));
        }
    }

    private void hugeNumbers(String at, JsonNode node) {
        if (node.isObject()) {
            node.properties().forEach(field -> hugeNumbers(at + "." + field.getKey(), field.getValue()));
        } else if (node.isArray()) {
            for (int n = 0; n < node.size(); n++) {
                hugeNumbers(at + "[" + n + "]", node.get(n));
            }
        } else if (node.isNumber()) {
            BigDecimal number = node.decimalValue();
            if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
                issues.add(new Issue("ELEMENT_MALFORMED", at, "The number has more than 40 digits."));
            }
        }
    }
}
