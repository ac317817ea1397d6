package io.equipoise.ehr.adapter.fhir;

import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notes everything that the parser objects to, so that nothing passes silently. Values are not repeated: they may be personal. */
record Complaints(String at, List<Issue> issues) implements IParserErrorHandler {

    @Override
    public void containedResourceWithNoId(@Nullable IParseLocation location) {
        note("contained.id", "a contained resource has an id");
    }

    @Override
    public void incorrectJsonType(
            @Nullable IParseLocation location,
            String element,
            ValueType expected,
            @Nullable ScalarType expectedScalar,
            ValueType found,
            @Nullable ScalarType foundScalar) {
        note(element, "must be JSON of another type: " + expected);
    }

    @Override
    public void invalidValue(@Nullable IParseLocation location, String value, String problem) {
        note(location == null ? "" : location.getParentElementName(), "has a value that FHIR R4 does not allow there");
    }

    @Override
    public void missingRequiredElement(@Nullable IParseLocation location, String element) {
        note(element, "is required");
    }

    @Override
    public void unexpectedRepeatingElement(@Nullable IParseLocation location, String element) {
        note(element, "is there more than once");
    }

    @Override
    public void unknownAttribute(@Nullable IParseLocation location, String element) {
        note(element, "is no attribute that FHIR R4 has there");
    }

    @Override
    public void unknownElement(@Nullable IParseLocation location, String element) {
        note(element, "is no element that FHIR R4 has there");
    }

    @Override
    public void unknownReference(@Nullable IParseLocation location, String reference) {
        note("", "holds a reference to nothing");
    }

    @Override
    public void invalidInternalReference(@Nullable IParseLocation location, String reference) {
        note("", "holds a reference to nothing");
    }

    @Override
    public void extensionContainsValueAndNestedExtensions(@Nullable IParseLocation location) {
        note("extension", "an extension has a value or extensions, not both");
    }

    private void note(String element, String what) {
        var name = element.isEmpty() ? at : at + "." + element;
        issues.add(new Issue("ELEMENT_MALFORMED", name, name + " " + what + "."));
    }
}
