package io.equipoise.enrolment.domain;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A fact's value, understood. */
public sealed interface FactValue {

    /** The one spelling under which the value is kept. */
    String text();

    record On(LocalDate date) implements FactValue {
        @Override
        public String text() {
            return date.toString();
        }
    }

    /** No such event was ever seen: an answer, not a gap. */
    record Never() implements FactValue {
        @Override
        public String text() {
            return NEVER;
        }
    }

    /** An exact decimal, spelt as the definition spells its step. */
    record Score(BigDecimal number) implements FactValue {
        @Override
        public String text() {
            return number.toPlainString();
        }
    }

    record Code(String code) implements FactValue {
        @Override
        public String text() {
            return code;
        }
    }

    record YesNo(boolean yes) implements FactValue {
        @Override
        public String text() {
            return yes ? YES : NO;
        }
    }

    String NEVER = "NEVER";
    String YES = "YES";
    String NO = "NO";
}
