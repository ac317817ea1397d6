package io.equipoise.enrolment.domain;

import static io.equipoise.enrolment.domain.Trial.ANNA;
import static io.equipoise.enrolment.domain.Trial.ENROLLED;

import io.equipoise.enrolment.domain.Sample.Kind;
import io.equipoise.enrolment.domain.SubjectEvent.ExaminationEvent.AssessmentRecorded;
import io.equipoise.enrolment.domain.SubjectEvent.ExaminationEvent.PunctureDone;
import io.equipoise.enrolment.domain.SubjectEvent.ExaminationEvent.SampleTaken;

/** What was measured of Anna on the day of her enrolment, and in what. */
public final class Laboratory {
    public static final Puncture LUMBAR = new Puncture("LP-1", ENROLLED, "25G", "L4-L5");
    public static final Sample FLUID = new Sample("CSF-1", Kind.CEREBROSPINAL_FLUID, ENROLLED, "LP-1");
    public static final PunctureDone DONE = new PunctureDone(ANNA, LUMBAR);
    public static final SampleTaken TAKEN = new SampleTaken(ANNA, FLUID);
    public static final AssessmentRecorded FUNCTIONING = new AssessmentRecorded(
            ANNA,
            new Measurement(
                    "DAILY_FUNCTIONING",
                    null,
                    Occasion.BASELINE,
                    ENROLLED,
                    new Reading("95", "95", null, null),
                    "CSF-1",
                    "clinic"),
            new Instrument("Barthel Index", "1965"),
            null);

    private Laboratory() {}
}
