package io.equipoise.randomization.application;

import io.equipoise.contracts.SubjectId;
import java.time.LocalDate;
import java.util.List;

/** Doses that people's calendars still hold, as dosing told them: who and when, never what is in them. */
public interface ExpectedDoses {

    /** A dose that is planned and was neither given nor missed. */
    record Dose(SubjectId subject, int dose, LocalDate planned) {}

    /** By their days. */
    List<Dose> at(String study, String site);
}
