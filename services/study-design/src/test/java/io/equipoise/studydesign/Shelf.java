package io.equipoise.studydesign;

import static io.equipoise.studydesign.Definitions.resource;

import io.equipoise.studydesign.domain.Definition;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The definitions of the library, by study. */
final class Shelf {
    static final Map<String, Definition> LIBRARY = resource("/library/index.txt")
            .lines()
            .collect(Collectors.toMap(
                    study -> study,
                    study -> new Definition(Definitions.read(resource("/library/" + study + ".yaml")))));

    private Shelf() {}

    static Stream<String> studies() {
        return LIBRARY.keySet().stream().sorted();
    }

    static Stream<String> whereValueIs(String path, String value) {
        return studies()
                .filter(study -> of(study)
                        .known(path)
                        .map(known -> String.valueOf(known.value()))
                        .orElse("null")
                        .equals(value));
    }

    static Definition of(String study) {
        return Objects.requireNonNull(LIBRARY.get(study), study);
    }
}
