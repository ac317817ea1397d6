package io.equipoise.imaging.adapter.dicom;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Values of the right form that say nothing. */
final class Dummies {
    private static final String NOTHING = "DEIDENTIFIED";

    private Dummies() {}

    /** Nothing for a sequence: an empty one says as much, and most may be left out. */
    static Optional<Planned> of(Vr vr, Supplier<Optional<Planned>> identifier) {
        return switch (vr) {
            case UI -> identifier.get();
            case SQ, UR -> Optional.empty();
            case AS -> Optional.of(text(vr, List.of("000Y")));
            case DA -> Optional.of(text(vr, List.of("19000101")));
            case DT -> Optional.of(text(vr, List.of("19000101000000")));
            case TM -> Optional.of(text(vr, List.of("000000")));
            case DS, IS -> Optional.of(text(vr, List.of("0")));
            default ->
                Optional.of(
                        vr.kind() == Vr.Kind.TEXT || vr.kind() == Vr.Kind.PARAGRAPH
                                ? text(vr, List.of(NOTHING))
                                : new Planned.Made(vr, "\0".repeat(Math.max(Short.BYTES, vr.unit()))));
        };
    }

    /** Padded to an even length as the value representation wants. */
    static Planned.Made text(Vr vr, List<String> texts) {
        var whole = String.join("\\", texts);
        var padding = vr == Vr.UI ? "\0" : " ";
        return new Planned.Made(vr, whole.length() % 2 == 0 ? whole : whole + padding);
    }
}
