package io.equipoise.adverseevent.domain.icsr;

/**
 * Something in a report that its receiver would not take.
 *
 * @param rule the receiver's number of the rule, or LENGTH, CODE, FORM, TIME, FUTURE, NULL_FLAVOUR, CHARACTER, REQUIRED,
 *     MEDDRA, AMENDMENT, ELEMENT
 * @param rejected whether the report would be rejected; otherwise there would be a warning
 * @param right what would be right
 */
public record Finding(String rule, boolean rejected, Place place, String right) {

    /** In one line, for a problem's answer. */
    public String said() {
        return place + ": " + right + " (" + rule + ")";
    }
}
