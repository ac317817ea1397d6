package io.equipoise.imaging.adapter.dicom;

import java.util.List;
import java.util.SortedMap;

/** What an element will hold when it is written again. */
sealed interface Planned {

    /** A value of ours, padded to an even length: ASCII, or zeros. */
    record Made(Vr vr, String ascii) implements Planned {}

    /** The original's value, byte by byte, from the file. */
    record Copied(Element element) implements Planned {}

    record Sequence(List<SortedMap<Tag, Planned>> items) implements Planned {
        public Sequence {
            items = List.copyOf(items);
        }
    }
}
