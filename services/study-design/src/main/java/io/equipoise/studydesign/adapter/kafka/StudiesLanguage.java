package io.equipoise.studydesign.adapter.kafka;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.relay.Message;
import io.equipoise.platform.relay.PublishedLanguage;
import io.equipoise.studydesign.domain.DesignFact;
import io.equipoise.studydesign.domain.DesignFact.SealAnchored;
import io.equipoise.studydesign.domain.DesignFact.SiteOpened;
import io.equipoise.studydesign.domain.DesignFact.SiteVersionActivated;
import io.equipoise.studydesign.domain.DesignFact.StudyActivated;
import io.equipoise.studydesign.domain.DesignFact.StudyDefined;
import io.equipoise.studydesign.domain.DesignFact.StudyStatusChanged;
import io.equipoise.studydesign.domain.Scope;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that study-design knows is public protocol text: every fact is told on {@code studies}. */
public final class StudiesLanguage implements PublishedLanguage<DesignFact> {
    private static final String TOPIC = "studies";

    /** No cap is told as no field. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Site(
            String study,
            String site,
            String name,
            String country,
            String zone,
            @Nullable Integer cap,
            LocalDate openedOn) {}

    /** The scope is always told, also of what a journal of release 0.1 says. */
    private record Activated(String study, int version, LocalDate activatedOn, Scope scope) {
        static Activated of(StudyActivated fact) {
            return new Activated(fact.study(), fact.version(), fact.activatedOn(), fact.activatedFor());
        }
    }

    @Override
    public List<Message> tell(Commit<DesignFact> commit) {
        return commit.facts().stream().map(StudiesLanguage::message).toList();
    }

    @Override
    public List<String> topics(String stream) {
        return List.of(TOPIC);
    }

    private static Message message(DesignFact fact) {
        return switch (fact) {
            case StudyDefined told -> new Message(TOPIC, "StudyDefined.v1", told);
            case StudyActivated told -> new Message(TOPIC, "StudyActivated.v1", Activated.of(told));
            case StudyStatusChanged told -> new Message(TOPIC, "StudyStatusChanged.v1", told);
            case SiteVersionActivated told -> new Message(TOPIC, "SiteVersionActivated.v1", told);
            case SealAnchored told -> new Message(TOPIC, "SealAnchored.v1", told);
            case SiteOpened(var study, var site) ->
                new Message(
                        TOPIC,
                        "SiteOpened.v1",
                        new Site(
                                study,
                                site.site(),
                                site.name(),
                                site.country(),
                                site.zone(),
                                site.cap(),
                                site.openedOn()));
        };
    }
}
