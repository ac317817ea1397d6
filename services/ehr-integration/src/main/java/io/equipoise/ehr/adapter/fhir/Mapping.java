package io.equipoise.ehr.adapter.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Which codes in a site's record are which facts of a study, under a name that goes out with the facts.
 *
 * @param conditionFact the fact whose value a confirmed, active condition is; null where conditions are not used
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
        List<FactCode> observations,
        @Nullable String conditionFact,
        @Nullable List<FactCode> medicines,
        List<ValueCode> values) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public Mapping {
        stated(mapping, "mapping");
        stated(subjectSystem, "subjectSystem");
        stated(consentVersionSystem, "consentVersionSystem");
        stated(consentScope, "consentScope");
        stated(factSystem, "factSystem");
        stated(valueSystem, "valueSystem");
        stated(observations, "observations");
        stated(values, "values");
        medicines = medicines == null ? List.of() : List.copyOf(medicines);
        observations = List.copyOf(observations);
        values = List.copyOf(values);
    }

    private static void stated(@Nullable Object value, String name) {
        Objects.requireNonNull(value, "the mapping does not state " + name);
    }

    record Code(String system, String code) {
        Code {
            stated(system, "a system");
            stated(code, "a code");
        }
    }

    /** @param unit the only one in which a quantity counts; null for a number without one */
    record FactCode(
            String system,
            String code,
            String title,
            String fact,
            @Nullable String unit) {
        FactCode {
            stated(system, "a system");
            stated(code, "a code");
            stated(fact, "what fact a code is");
        }
    }

    record ValueCode(String system, String code, String title, String value) {
        ValueCode {
            stated(system, "a system");
            stated(code, "a code");
            stated(value, "what value a code is");
        }
    }

    /** A file that is incomplete or says too much stops the service at its start. */
    public static Mapping read(InputStream yaml) throws IOException {
        return YAML.readValue(yaml, Mapping.class);
    }

    /** Empty where no coding means a fact. */
    Optional<FactCode> fact(CodeableConcept code) {
        return known(observations, code)
                .or(() -> codeIn(factSystem, code).map(named -> new FactCode(factSystem, named, "", named, null)));
    }

    /** Empty where no coding means a medicine that a study may ask for. */
    Optional<FactCode> medicine(CodeableConcept code) {
        return medicines == null ? Optional.empty() : known(medicines, code);
    }

    private static Optional<FactCode> known(List<FactCode> codes, CodeableConcept code) {
        return codes.stream()
                .filter(known -> code.hasCoding(known.system(), known.code()))
                .findFirst();
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
