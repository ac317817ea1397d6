package io.equipoise.imaging.adapter.dicom;

import java.util.List;

/** Data elements for answers that we write ourselves. */
public final class Elements {
    private Elements() {}

    public static Element text(Tag tag, Vr vr, String text) {
        return new Element(tag, vr, text.length(), new Value.Texts(text.isEmpty() ? List.of() : List.of(text)), 0, 0);
    }

    public static Element number(Tag tag, Vr vr, int number) {
        return new Element(tag, vr, vr.unit(), new Value.Numbers(List.of(number)), 0, 0);
    }

    public static Element items(Tag tag, List<DataSet> items) {
        return new Element(tag, Vr.SQ, -1, new Value.Items(items), 0, 0);
    }
}
