package io.equipoise.ehr;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.ehr.domain.EhrFact;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JournalNamesTest {

    @Test
    void every_fact_has_a_name_in_the_journal() {
        assertThat(Facts.codec(Facts.database("names")).types())
                .containsExactlyInAnyOrderElementsOf(Stream.of(EhrFact.class.getPermittedSubclasses())
                        .map(type -> (Class<?>) type)
                        .toList());
    }

    @Test
    void the_names_are_for_ever() {
        assertThat(Facts.codec(Facts.database("names")).names())
                .containsExactlyInAnyOrder("PatientLinked.v1", "FactsReceived.v1", "PersonForgotten.v1");
    }

    @Test
    void who_a_person_is_and_what_is_told_of_them_is_encrypted_under_their_own_key() {
        var database = Facts.database("secrets");
        var codec = Facts.codec(database);
        for (var fact : new EhrFact[] {Facts.ANNA, Facts.RECEIVED}) {
            var stored = codec.encode(fact);
            assertThat(stored.toJson())
                    .doesNotContain("4711")
                    .doesNotContain("Lindqvist")
                    .doesNotContain("1980")
                    .contains("subject/" + Facts.SUBJECT);
            assertThat(codec.decode(stored)).isEqualTo(fact);
        }
        assertThat(database.getCollection("keys").countDocuments()).isEqualTo(1);
    }
}
