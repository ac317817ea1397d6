package io.equipoise.studydesign.application;

import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Journal;
import io.equipoise.studydesign.domain.DesignFact;
import io.equipoise.studydesign.domain.DesignFact.SealAnchored;
import io.equipoise.studydesign.domain.DesignFact.SiteOpened;
import io.equipoise.studydesign.domain.DesignFact.SiteVersionActivated;
import io.equipoise.studydesign.domain.DesignFact.StudyActivated;
import io.equipoise.studydesign.domain.DesignFact.StudyDefined;
import io.equipoise.studydesign.domain.DesignFact.StudyStatusChanged;
import io.equipoise.studydesign.domain.Form;
import io.equipoise.studydesign.domain.Study;
import io.equipoise.studydesign.domain.StudyCommand;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Hands what is asked to the study that it is asked of. */
public final class StudyDesign {
    private static final String STUDY_FORM = "[A-Z0-9]{1,24}";

    private final CommandHandler<Study, StudyCommand, DesignFact> studies;

    public StudyDesign(Journal<DesignFact> journal, Form form) {
        this.studies = new CommandHandler<>(journal, Study.decider(form), StudyDesign::version);
    }

    /** The one that a fact itself is about, or else the one that sites work by. */
    private static Optional<Integer> version(Study after, List<DesignFact> facts) {
        var told = facts.stream()
                .flatMap(fact -> switch (fact) {
                    case StudyDefined defined -> Stream.of(defined.version());
                    case SiteVersionActivated activated -> Stream.of(activated.version());
                    case StudyActivated always -> Stream.<Integer>empty();
                    case StudyStatusChanged always -> Stream.<Integer>empty();
                    case SiteOpened always -> Stream.<Integer>empty();
                    case SealAnchored aboutNoStudy -> Stream.<Integer>empty();
                })
                .findFirst();
        return told.or(() -> Optional.ofNullable(after.activated()).map(StudyActivated::version))
                .or(() -> after.known() ? Optional.of(after.version()) : Optional.empty());
    }

    public Outcome<DesignFact> handle(StudyCommand command, Attribution by) {
        return studies.handle(stream(command.study()), command, by);
    }

    /** As the journal has it now; not known, where nobody defined it. */
    public Study study(String study) {
        return studies.state(stream(study));
    }

    /** A name that no study can have is never written down: the model refuses it. */
    private static String stream(String study) {
        return "study/" + (study.matches(STUDY_FORM) ? study : "?");
    }
}
