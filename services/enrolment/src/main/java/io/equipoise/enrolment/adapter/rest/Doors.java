package io.equipoise.enrolment.adapter.rest;

import io.equipoise.contracts.SubjectId;
import io.equipoise.enrolment.domain.EnrolmentEvent;
import io.equipoise.enrolment.domain.Scope;
import io.equipoise.enrolment.domain.Stage;
import io.equipoise.enrolment.domain.SubjectEvent;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectEnrolled;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every door about one person does first, and what it answers. */
final class Doors {
    static final int LONGEST = 1_000;
    private static final int MOST = 200;

    /** The person, and where the person stands now if the command moved them. */
    record Told(String subject, @Nullable Stage stage) {}

    record Enrolled(String subject, int ordinal) {}

    private Doors() {}

    /** The person's number, for staff of the person's site only. */
    static SubjectId enter(String subject, Caller caller) {
        var id = SubjectId.parse(subject)
                .orElseThrow(() -> new Problem(
                        Refusal.unknown("SUBJECT_UNKNOWN", "a subject's number looks like NCT07146087-01-0001")));
        caller.mustEnter(id.site());
        return id;
    }

    static void study(String study) {
        if (!study.matches("[A-Z0-9]{1,24}")) {
            throw new Problem(Refusal.unknown("STUDY_UNKNOWN", "a study's number is capitals and digits"));
        }
    }

    static void site(String site) {
        if (!site.matches("[A-Z0-9]{1,8}")) {
            throw new Problem(Refusal.invalid("SITE_MALFORMED", "a site's number is capitals and digits", "/site"));
        }
    }

    static void notTooLong(String field, String text) {
        if (text.length() > LONGEST) {
            throw new Problem(
                    Refusal.invalid("TEXT_TOO_LONG", field + " has more than " + LONGEST + " characters", "/" + field));
        }
    }

    static void notTooLongIfTold(String field, @Nullable String text) {
        if (text != null) {
            notTooLong(field, text);
        }
    }

    static void notTooMany(String code, String field, List<?> told) {
        if (told.size() > MOST) {
            throw new Problem(Refusal.invalid(code, "at most " + MOST + " at once", "/" + field));
        }
    }

    static String subject(Commit<EnrolmentEvent> commit) {
        return commit.stream().substring("subject/".length());
    }

    static Object told(Commit<EnrolmentEvent> commit) {
        Stage stage = null;
        for (var fact : commit.facts()) {
            if (fact instanceof SubjectEvent.SubjectScreenFailed) {
                stage = Stage.SCREEN_FAILED;
            }
            if (fact instanceof SubjectEvent.SubjectWithdrawn left && left.scope() == Scope.STUDY) {
                stage = Stage.WITHDRAWN;
            }
        }
        return new Told(subject(commit), stage);
    }

    static Object enrolled(Commit<EnrolmentEvent> commit) {
        return commit.first(SubjectEnrolled.class)
                .<Object>map(fact -> new Enrolled(subject(commit), fact.place().ordinal()))
                .orElseGet(() -> told(commit));
    }
}
