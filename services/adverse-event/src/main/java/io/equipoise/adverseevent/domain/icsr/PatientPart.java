package io.equipoise.adverseevent.domain.icsr;

import io.equipoise.adverseevent.domain.PatientCharacteristics;
import io.equipoise.adverseevent.domain.PatientCharacteristics.Age;
import io.equipoise.adverseevent.domain.PatientCharacteristics.AgeUnit;
import io.equipoise.adverseevent.domain.PatientCharacteristics.Sex;
import java.math.BigDecimal;
import java.util.Optional;

/** The person in a report (ICH E2B(R3) D.2.2, D.3, D.4, D.5, D.7.2), there and back. */
final class PatientPart {
    private PatientPart() {}

    /** What nobody told is left out; of the history the standard wants to hear that it is unknown. */
    static void put(Icsr.Builder report, PatientCharacteristics patient) {
        var age = patient.age();
        if (age != null) {
            report.put("D.2.2a", plain(age.number())).put("D.2.2b", age.unit().ucum());
        }
        report.putIf(Optional.ofNullable(patient.weight()).map(PatientPart::plain), "D.3")
                .putIf(Optional.ofNullable(patient.height()).map(PatientPart::plain), "D.4")
                .putIf(Optional.ofNullable(patient.sex()).map(Sex::code), "D.5");
        if (patient.history() == null) {
            report.none("D.7.2", NullFlavour.UNK);
        } else {
            report.put("D.7.2", patient.history());
        }
    }

    /** What another sender tells of the person, as far as it can be so. */
    static PatientCharacteristics read(Icsr report) {
        return new PatientCharacteristics(
                        age(report).orElse(null),
                        report.text("D.5").flatMap(Sex::of).orElse(null),
                        report.text("D.3").flatMap(PatientPart::number).orElse(null),
                        report.text("D.4").flatMap(PatientPart::number).orElse(null),
                        report.text("D.7.2").orElse(null))
                .plausible();
    }

    private static Optional<Age> age(Icsr report) {
        return report.text("D.2.2b")
                .flatMap(AgeUnit::of)
                .flatMap(unit ->
                        report.text("D.2.2a").flatMap(PatientPart::number).map(number -> new Age(number, unit)));
    }

    private static Optional<BigDecimal> number(String text) {
        return text.matches("\\d{1,5}(\\.\\d{1,4})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
