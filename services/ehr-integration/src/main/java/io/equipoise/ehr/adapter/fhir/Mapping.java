package io.equipoise.ehr.adapter.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Which codes in a site's record are which facts of a study, under a name that goes out with the facts.
 *
 * @param factSystem a code of this system names the fact itself
 * @param valueSystem a code of this system names the value itself
 */
public record Mapping(
        String mapping,
        String subjectSystem,
        String consentVersionSystem,
        Code consentScope,
        String factSystem,
        String valueSystem,
        List<ObservationCode> observations,
        List<ValueCode> values) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    public Mapping {
        observations = List.copyOf(observations);
        values = List.copyOf(values);
    }

    record Code(String system, String code) {}

    record ObservationCode(String system, String code, String title, String fact) {}

    record ValueCode(String system, String code, String title, String value) {}

    /** A file that is incomplete or says too much stops the service at its start. */
    public static Mapping read(InputStream yaml) throws IOException {
        return YAML.readValue(yaml, Mapping.class);
    }

    /** Empty where no coding means a fact. */
    Optional<String> fact(CodeableConcept code) {
        return observations.stream()
                .filter(known -> code.hasCoding(known.system(), known.code()))
                .map(ObservationCode::fact)
                .findFirst()
                .or(() -> codeIn(factSystem, code));
    }

    /** Empty where no coding means a value. */
    Optional<String> value(CodeableConcept code) {
        return values.stream()
                .filter(known -> code.hasCoding(known.system(), known.code()))
                .map(ValueCode::value)
                .findFirst()
                .or(() -> codeIn(valueSystem, code));
    }

    private static Optional<String> codeIn(String system, CodeableConcept code) {
        return code.getCoding().stream()
                .filter(coding -> system.equals(coding.getSystem()))
                .map(Coding::getCode)
                .findFirst();
    }
}
