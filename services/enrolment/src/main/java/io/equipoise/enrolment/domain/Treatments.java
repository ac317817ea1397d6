package io.equipoise.enrolment.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.enrolment.domain.SubjectCommand.RecordTreatments;
import io.equipoise.enrolment.domain.SubjectEvent.PriorTreatmentsRecorded;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The history of treatments before the study; all or nothing, and nothing is ever taken out of it. */
record Treatments(Person person) {

    Decision<EnrolmentEvent> record(RecordTreatments command) {
        if (person.isOut()) {
            return refuse(Withdrawing.out(person));
        }
        var told = command.treatments();
        if (told.isEmpty()) {
            return refuse(Refusal.invalid("TREATMENTS_MISSING", "name at least one treatment", "/treatments"));
        }
        for (int i = 0; i < told.size(); i++) {
            var no = wrong(told.get(i), "/treatments/" + i, command.today());
            if (no.isPresent()) {
                return refuse(no.get());
            }
        }
        List<PriorTreatment> fresh = told.stream()
                .distinct()
                .filter(each -> !person.treatments().contains(each))
                .toList();
        return fresh.isEmpty() ? accept() : accept(new PriorTreatmentsRecorded(person.subject(), fresh));
    }

    private static Optional<Refusal> wrong(PriorTreatment told, String at, LocalDate today) {
        if (told.treatment().isBlank()) {
            return Optional.of(Refusal.invalid("TREATMENTS_MISSING", "a treatment needs a name", at + "/treatment"));
        }
        var given = told.given();
        if (given != null && given < 1) {
            return Optional.of(Refusal.invalid("VALUE_IMPOSSIBLE", "given " + given + " times", at + "/given"));
        }
        return unreadable(told.began(), at + "/began", today)
                .or(() -> unreadable(told.ended(), at + "/ended", today))
                .or(() -> backwards(told, at + "/ended"));
    }

    private static Optional<Refusal> unreadable(@Nullable String text, String at, LocalDate today) {
        if (text == null) {
            return Optional.empty();
        }
        var date = PartialDate.read(text);
        if (date.isEmpty()) {
            return Optional.of(Refusal.invalid(
                    "VALUE_IMPOSSIBLE", text + " is no day, month or year such as 2023-07-14, 2023-07, 2023", at));
        }
        return date.get().first().isAfter(today)
                ? Optional.of(Refusal.invalid("IN_THE_FUTURE", text + " is later than today, " + today, at))
                : Optional.empty();
    }

    private static Optional<Refusal> backwards(PriorTreatment told, String at) {
        var began = told.began();
        var ended = told.ended();
        if (began == null || ended == null) {
            return Optional.empty();
        }
        var first = PartialDate.read(began).map(PartialDate::first);
        var last = PartialDate.read(ended).map(PartialDate::last);
        return first.isPresent() && last.isPresent() && last.get().isBefore(first.get())
                ? Optional.of(Refusal.invalid("DATES_OUT_OF_ORDER", "it ended " + ended + " and began " + began, at))
                : Optional.empty();
    }
}
