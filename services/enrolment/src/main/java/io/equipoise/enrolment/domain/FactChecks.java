package io.equipoise.enrolment.domain;

import io.equipoise.platform.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Facts as they were told, against what a study definition asks for; all that is wrong is found at once. */
record FactChecks(Protocol protocol, LocalDate today) {

    /** A fact that can be kept, in the one spelling, or what is wrong with it. */
    sealed interface Checked {
        record Good(Fact fact) implements Checked {}

        record Bad(Fact fact, String code, String field, String why) implements Checked {}
    }

    Checked check(Fact told) {
        var definition = protocol.fact(told.fact());
        if (definition.isEmpty()) {
            return new Checked.Bad(
                    told,
                    "FACT_UNKNOWN",
                    "fact",
                    told.fact() + " is not a fact of study " + protocol.study() + "; its facts are "
                            + String.join(", ", protocol.factNames()));
        }
        var value = definition.get().read(told.value());
        if (value.isEmpty()) {
            var what = definition.get().type() == FactType.SCORE ? " is not a possible score of " : " is no value of ";
            return new Checked.Bad(
                    told,
                    "VALUE_IMPOSSIBLE",
                    "value",
                    told.value() + what + told.fact() + "; it is "
                            + definition.get().legal());
        }
        if (told.observedOn().isAfter(today)) {
            return future(told, "observedOn", told.observedOn());
        }
        return value.get() instanceof FactValue.On(var date) && date.isAfter(today)
                ? future(told, "value", date)
                : new Checked.Good(new Fact(told.fact(), value.get().text(), told.observedOn(), told.source()));
    }

    private Checked.Bad future(Fact told, String field, LocalDate date) {
        return new Checked.Bad(
                told, "IN_THE_FUTURE", field, told.fact() + " names " + date + ", and today is " + today);
    }

    Optional<Refusal> refusal(List<Fact> facts) {
        if (facts.isEmpty()) {
            return Optional.of(Refusal.invalid("FACTS_MISSING", "name at least one fact", "/facts"));
        }
        var codes = new ArrayList<String>();
        var pointers = new ArrayList<String>();
        var why = new ArrayList<String>();
        for (int i = 0; i < facts.size(); i++) {
            if (check(facts.get(i)) instanceof Checked.Bad bad) {
                codes.add(bad.code());
                pointers.add("/facts/" + i + "/" + bad.field());
                why.add(bad.why());
            }
        }
        return codes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal(codes.getFirst(), String.join("; ", why), Refusal.Kind.INVALID, pointers));
    }
}
