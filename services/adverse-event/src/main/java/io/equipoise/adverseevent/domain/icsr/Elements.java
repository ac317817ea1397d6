package io.equipoise.adverseevent.domain.icsr;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of data elements that this room reads and writes (E2B(R3) and FDA's additions). */
public final class Elements {
    private final Map<String, Element> byNumber = new LinkedHashMap<>();

    private Elements() {}

    /** From the lines of the table: number;length;type;need;no;codes;title. */
    public static Elements of(List<String> lines) {
        var table = new Elements();
        lines.stream()
                .filter(line -> !line.startsWith("#") && !line.startsWith("number;") && !line.isBlank())
                .map(line -> element(line.split(";", -1)))
                .forEach(element -> table.byNumber.put(element.number(), element));
        return table;
    }

    private static Element element(String[] column) {
        return new Element(
                column[0],
                Integer.parseInt(column[1]),
                Element.Type.valueOf(column[2]),
                column[3].contains("I"),
                column[3].contains("F"),
                words(column[4]).map(NullFlavour::valueOf).collect(Collectors.toUnmodifiableSet()),
                words(column[5]).collect(Collectors.collectingAndThen(Collectors.toSet(), Set::copyOf)),
                column[6]);
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty());
    }

    public Optional<Element> of(String number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    public Collection<Element> all() {
        return Collections.unmodifiableCollection(byNumber.values());
    }

    /** What the element is, in words. */
    public String title(String number) {
        return of(number).map(Element::title).filter(title -> !title.isEmpty()).orElse(number);
    }
}
