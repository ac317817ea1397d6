package io.equipoise.randomization.domain;

import java.math.BigDecimal;

/** Numbers as people write them, {@code 2.4e10}, kept as text so that nothing is rounded. */
public enum Decimals {
    ;
    private static final String FORM = "-?[0-9]{1,20}(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,2})?";

    public static boolean isDecimal(String text) {
        return text.matches(FORM);
    }

    static BigDecimal of(String text) {
        return new BigDecimal(text);
    }
}
