package io.equipoise.dosing.domain.quantity;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A unit of measure with its kind and its power of ten within the kind, and every spelling that means it. */
public enum Unit {
    PARTICLES("particles", Kind.PARTICLE_COUNT, 0, "particle"),
    NANOVESICLES("nanovesicles", Kind.PARTICLE_COUNT, 0, "nanovesicle", "nv"),
    NANOPARTICLES("nanoparticles", Kind.PARTICLE_COUNT, 0, "nanoparticle", "np"),
    G("g", Kind.MASS, 0, "gram", "grams"),
    MG("mg", Kind.MASS, -3, "milligram", "milligrams"),
    UG("ug", Kind.MASS, -6, "mcg", "microgram", "micrograms"),
    NG("ng", Kind.MASS, -9, "nanogram", "nanograms"),
    MOL("mol", Kind.SUBSTANCE, 0),
    MMOL("mmol", Kind.SUBSTANCE, -3),
    UMOL("umol", Kind.SUBSTANCE, -6),
    NMOL("nmol", Kind.SUBSTANCE, -9),
    PMOL("pmol", Kind.SUBSTANCE, -12),
    CELL_EQUIVALENTS("cell-equivalents", Kind.CELL_EQUIVALENTS, 0, "cell-equivalent", "cell equivalents"),
    CELLS("cells", Kind.CELLS, 0, "cell"),
    L("L", Kind.VOLUME, 0, "l", "litre", "liter"),
    ML("mL", Kind.VOLUME, -3, "ml", "cc", "cm3", "millilitre", "milliliter"),
    UL("uL", Kind.VOLUME, -6, "ul", "microlitre", "microliter"),
    DROP("drop", Kind.DROPS, 0, "drops"),
    UNIT("unit", Kind.PRODUCT_UNITS, 0, "units");

    private static final int SYMBOL = 3;

    private final String text;
    private final Kind kind;
    private final int power;
    private final String spellings;

    Unit(String text, Kind kind, int power, String... spellings) {
        this.text = text;
        this.kind = kind;
        this.power = power;
        this.spellings = "|" + String.join("|", spellings) + "|";
    }

    public Kind kind() {
        return kind;
    }

    /**
     * The unit that a text means: the micro sign, the Greek letter and a plain u are one, whatever spaces stand around.
     * Words may be in any case; symbols keep theirs, so that no Mg is taken for a mg.
     */
    public static Optional<Unit> spelled(String written) {
        var plain = plain(written).strip();
        return Arrays.stream(values()).filter(unit -> unit.means(plain)).findFirst();
    }

    /** The text with one kind of space, one kind of mu written as u, and one kind of dash. */
    static String plain(String written) {
        return written.replaceAll("[\\u00b5\\u03bc]", "u")
                .replaceAll("[\\s\\p{Zs}]", " ")
                .replaceAll("[\\u2010-\\u2015\\u2212]", "-");
    }

    private boolean means(String plain) {
        return spells(plain) || (plain.length() > SYMBOL && spells(plain.toLowerCase(Locale.ROOT)));
    }

    private boolean spells(String plain) {
        return text.equals(plain) || (!plain.contains("|") && spellings.contains("|" + plain + "|"));
    }

    /** So many of the other unit, counted in this one; both are of one kind. */
    BigDecimal from(BigDecimal number, Unit other) {
        if (kind != other.kind) {
            throw new IllegalArgumentException(other + " does not convert to " + this);
        }
        return number.scaleByPowerOfTen(other.power - power);
    }

    @Override
    public String toString() {
        return text;
    }
}
