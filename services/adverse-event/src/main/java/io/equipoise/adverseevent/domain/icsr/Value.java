package io.equipoise.adverseevent.domain.icsr;

/** What stands in an element: a value, written as the standard writes it, or the reason why there is none. */
public sealed interface Value {

    /** The value itself. */
    record Text(String text) implements Value {
        @Override
        public String toString() {
            return text;
        }
    }

    /** No value, and why. */
    record Missing(NullFlavour why) implements Value {
        @Override
        public String toString() {
            return "no value (" + why + ")";
        }
    }
}
