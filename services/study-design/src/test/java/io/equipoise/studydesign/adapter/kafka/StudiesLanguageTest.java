package io.equipoise.studydesign.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.Contracts;
import io.equipoise.platform.web.StrictJson;
import io.equipoise.studydesign.Definitions;
import io.equipoise.studydesign.Facts;
import io.equipoise.studydesign.domain.DesignFact;
import io.equipoise.studydesign.domain.DesignFact.SealAnchored;
import io.equipoise.studydesign.domain.DesignFact.Site;
import io.equipoise.studydesign.domain.DesignFact.SiteOpened;
import io.equipoise.studydesign.domain.DesignFact.SiteVersionActivated;
import io.equipoise.studydesign.domain.DesignFact.StudyActivated;
import io.equipoise.studydesign.domain.DesignFact.StudyDefined;
import io.equipoise.studydesign.domain.DesignFact.StudyStatusChanged;
import io.equipoise.studydesign.domain.Scope;
import io.equipoise.studydesign.domain.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StudiesLanguageTest {
    private static final String BIO = Definitions.BIO;
    private static final LocalDate DAY = LocalDate.parse("2025-02-03");
    private static final Site WARD = new Site("01", "Neurology day ward", "DE", "Europe/Berlin", 20, DAY);
    private static final Site UNCAPPED = new Site("02", "Clinic", "NO", "Europe/Oslo", null, DAY);

    static Stream<DesignFact> facts() {
        return Stream.of(
                new StudyDefined(BIO, 2, "T", Definitions.AS_REGISTERED, List.of("/status"), List.of()),
                new StudyActivated(BIO, 2, DAY, Scope.ENROLMENT),
                new StudyActivated(BIO, 2, DAY, null),
                new StudyStatusChanged(BIO, Status.RECRUITING, DAY, "all approvals in place"),
                new SiteOpened(BIO, WARD),
                new SiteOpened(BIO, UNCAPPED),
                new SiteVersionActivated(BIO, "01", 3, DAY),
                new SealAnchored("enrolment", 0, 512, "a".repeat(64)));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void what_is_told_keeps_the_contract(DesignFact fact) {
        var messages = new StudiesLanguage().tell(Facts.commit("study/" + BIO, 1, fact));
        assertThat(messages).hasSize(1);
        var message = messages.getFirst();
        assertThat(Contracts.event(message.type())).hasValue(new Contracts.Event("studies", message.type()));
        assertThat(message.topic()).isEqualTo("studies");
        assertThat(Contracts.problems(message.type(), StrictJson.mapper().writeValueAsString(message.data())))
                .isEmpty();
    }

    @Test
    void exactly_the_fields_of_the_golden_example_are_told() {
        var json = StrictJson.mapper();
        facts().filter(fact -> !fact.equals(new SiteOpened(BIO, UNCAPPED))).forEach(fact -> {
            var message = new StudiesLanguage()
                    .tell(Facts.commit("study/" + BIO, 1, fact))
                    .getFirst();
            assertThat(json.readTree(json.writeValueAsString(message.data())).propertyNames())
                    .as(message.type())
                    .containsExactlyInAnyOrderElementsOf(new TreeSet<>(
                            json.readTree(Contracts.example(message.type())).propertyNames()));
        });
    }
}
