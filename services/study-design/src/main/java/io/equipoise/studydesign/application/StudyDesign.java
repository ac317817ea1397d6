package io.equipoise.studydesign.application;

import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Journal;
import io.equipoise.studydesign.domain.DesignFact;
import io.equipoise.studydesign.domain.Form;
import io.equipoise.studydesign.domain.Study;
import io.equipoise.studydesign.domain.StudyCommand;

/** Hands what is asked to the study that it is asked of. */
public final class StudyDesign {
    private static final String STUDY_FORM = "[A-Z0-9]{1,24}";

    private final CommandHandler<Study, StudyCommand, DesignFact> studies;

    public StudyDesign(Journal<DesignFact> journal, Form form) {
        this.studies = new CommandHandler<>(journal, Study.decider(form));
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
