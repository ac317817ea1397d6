package io.equipoise.studydesign;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.studydesign.adapter.rest.DefinitionText;
import io.equipoise.studydesign.adapter.rest.DefinitionText.Format;
import io.equipoise.studydesign.adapter.rest.DefinitionText.Read;
import io.equipoise.studydesign.domain.Definition;
import io.equipoise.studydesign.domain.DesignFact.StudyDefined;
import io.equipoise.studydesign.domain.Gap;
import io.equipoise.studydesign.domain.Need;
import io.equipoise.studydesign.domain.OpenValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** NCT07146087 as registered, the demonstration's assumptions, and definitions written in a line. */
public final class Definitions {
    public static final String BIO = "NCT07146087";
    public static final Map<String, Object> AS_REGISTERED = read(resource("/library/NCT07146087.yaml"));
    public static final Map<String, Object> ASSUMPTIONS = read(resource("/library/assumptions.yaml"));

    private Definitions() {}

    public static Map<String, Object> read(String yaml) {
        var read = new DefinitionText(Format.YAML, yaml.getBytes(StandardCharsets.UTF_8)).read();
        assertThat(read).isInstanceOf(Read.Tree.class);
        return ((Read.Tree) read).tree();
    }

    /** What is told when this definition is kept. */
    public static StudyDefined version(int version, Definition definition) {
        return new StudyDefined(
                definition.study(),
                version,
                definition.title(),
                definition.tree(),
                Need.assumptions(definition).stream().map(OpenValue::path).toList(),
                Need.gaps(definition).stream().map(Gap::path).toList());
    }

    public static String resource(String name) {
        try (var in = Definitions.class.getResourceAsStream(name)) {
            return new String(java.util.Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
