package io.equipoise.dosing.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.dosing.domain.Circumstances;
import io.equipoise.dosing.domain.Schedule;
import io.equipoise.dosing.domain.StudyStatus;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** What this service has heard from others so far; it may lag behind them, and never asks them. */
public interface KnownFacts {

    /** The version of a study's definition that sites worked by on a day; the first one for a day before it. */
    Optional<Governing> governing(String study, LocalDate on);

    Optional<ZoneId> zone(String study, String site);

    StudyStatus status(String study);

    Circumstances around(SubjectId subject, String kit);

    boolean knows(String study);

    /** An activated version and the schedule that it states. */
    record Governing(int version, Schedule schedule) {}
}
