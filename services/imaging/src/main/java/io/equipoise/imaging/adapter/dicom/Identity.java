package io.equipoise.imaging.adapter.dicom;

import io.equipoise.imaging.application.Words;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Who and where, as an image's header says it at whatever depth.
 *
 * @param patient the words of the patient's names, numbers and date of birth, and of the order
 * @param anybody these, and the words of every other person and of the institution
 */
record Identity(Set<String> patient, Set<String> anybody) {
    private static final Tag BIRTH_DATE = Tag.of(0x0010_0030);
    private static final int PATIENT = 0x0010;
    private static final Set<Tag> NUMBERS = Set.of(
            Tag.of(0x0008_0050), Tag.of(0x0010_0020), Tag.of(0x0010_1000), Tag.of(0x0040_2016), Tag.of(0x0040_2017));
    private static final Set<Tag> PLACES = Set.of(
            Tag.of(0x0008_0080), Tag.of(0x0008_0081), Tag.of(0x0008_1010), Tag.of(0x0008_1040), Tag.of(0x0010_1040));

    Identity {
        patient = Set.copyOf(patient);
        anybody = Set.copyOf(anybody);
    }

    /** So many words name nobody, and would take long to look for. */
    private static final int MOST = 256;

    static Identity of(DataSet data) throws Malformed {
        var patient = new HashSet<String>();
        var others = new HashSet<String>();
        gather(data, patient, others);
        others.addAll(patient);
        if (others.size() > MOST) {
            throw new Malformed(
                    Fault.DICOM_TOO_LARGE,
                    "names, numbers and places of more than %d words are no image's".formatted(MOST));
        }
        return new Identity(patient, others);
    }

    /** Whether a text holds any word of it, be it within another. */
    boolean isIn(List<String> texts) {
        for (var text : texts) {
            var whole = String.join("", Words.ofNumber(text));
            if (anybody.stream().anyMatch(whole::contains) || !Collections.disjoint(Words.said(text), anybody)) {
                return true;
            }
        }
        return false;
    }

    private static void gather(DataSet data, Set<String> patient, Set<String> others) {
        for (var element : data.elements().values()) {
            switch (element.value()) {
                case Value.Items(var items) -> items.forEach(item -> gather(item, patient, others));
                case Value.Texts(var texts) -> gather(element, texts, patient, others);
                default -> {
                    // Numbers and pixels say no name.
                }
            }
        }
    }

    private static void gather(Element element, List<String> texts, Set<String> patient, Set<String> others) {
        var tag = element.tag();
        if (element.vr() == Vr.PN) {
            add(texts, Words::ofName, tag.group() == PATIENT ? patient : others);
        } else if (NUMBERS.contains(tag)) {
            add(texts, Words::ofNumber, patient);
        } else if (tag.equals(BIRTH_DATE)) {
            add(texts, Words::ofDay, patient);
        } else if (PLACES.contains(tag)) {
            add(texts, Words::ofNumber, others);
        }
    }

    private static void add(List<String> texts, Function<String, Set<String>> words, Set<String> to) {
        texts.forEach(text -> to.addAll(words.apply(text)));
    }
}
