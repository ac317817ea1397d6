package io.equipoise.adverseevent.domain.icsr;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Where a value stands: the number of the data element, and which repetition of the groups around it.
 *
 * @param element such as G.k.4.r.7
 * @param at counted from 1, outermost group first: (2, 1) is the first dosage of the second medicine
 */
public record Place(String element, List<Integer> at) implements Comparable<Place> {
    public Place {
        at = List.copyOf(at);
    }

    public static Place of(String element, Integer... at) {
        return new Place(element, List.of(at));
    }

    /** The same repetition, another element. */
    public Place with(String other) {
        return new Place(other, at);
    }

    /** One group further in. */
    public Place in(int index) {
        var inner = new ArrayList<>(at);
        inner.add(index);
        return new Place(element, inner);
    }

    boolean within(List<Integer> outer) {
        return at.size() >= outer.size() && at.subList(0, outer.size()).equals(outer);
    }

    @Override
    public int compareTo(Place other) {
        var byElement = element.compareTo(other.element);
        if (byElement != 0) {
            return byElement;
        }
        var theirs = other.at.iterator();
        for (int mine : at) {
            if (!theirs.hasNext()) {
                return 1;
            }
            var next = Integer.compare(mine, theirs.next());
            if (next != 0) {
                return next;
            }
        }
        return theirs.hasNext() ? -1 : 0;
    }

    /** As people write it: E.i.4 (i=2), G.k.4.r.7 (k=2, r=1). */
    @Override
    public String toString() {
        if (at.isEmpty()) {
            return element;
        }
        var letters = letters(element).iterator();
        var said = new ArrayList<String>();
        at.forEach(index -> said.add(next(letters) + "=" + index));
        return element + " (" + String.join(", ", said) + ")";
    }

    private static String next(Iterator<String> letters) {
        return letters.hasNext() ? letters.next() : "r";
    }

    private static List<String> letters(String element) {
        return List.of(element.split("\\.")).stream()
                .filter(part -> part.equals("i") || part.equals("k") || part.equals("r"))
                .toList();
    }
}
